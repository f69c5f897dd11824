using Microsoft.Data.Sqlite;
using Participatie.Web.Data;

namespace Participatie.Testing.Databases;

/// <summary>A file in a temporary folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly TemporaryFolder folder = new();

    public string File => folder.File("participatie.db");

    public override string ConnectionString => $"Data Source={File}";

    protected override ValueTask DropAsync()
    {
        using (var connection = new SqliteConnection(SqliteDataSource.Create(ConnectionString).ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
