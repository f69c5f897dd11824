using Microsoft.Data.Sqlite;
using Participatie.Web.Data;

namespace Participatie.Testing.Databases;

/// <summary>A file in a temporary folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    /// <summary>The whole schema with nothing in it, as the bytes of a file: to make it anew takes as long as a test.</summary>
    private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);

    private readonly TemporaryFolder folder = new();

    public string File => folder.File("participatie.db");

    public override string ConnectionString => $"Data Source={File}";

    /// <summary>A copy of a database that has been migrated already.</summary>
    public static async Task<SqliteDatabase> CreateMigratedAsync()
    {
        var database = new SqliteDatabase();
        await System.IO.File.WriteAllBytesAsync(database.File, await Template.Value);
        return database;
    }

    private static async Task<byte[]> MakeTemplateAsync()
    {
        await using var empty = new SqliteDatabase();
        await new Migrator(empty.Source, TimeProvider.System).RunAsync(CancellationToken.None);
        await empty.Source.ExecuteAsync("pragma wal_checkpoint(truncate)", null, CancellationToken.None);
        return await System.IO.File.ReadAllBytesAsync(empty.File);
    }

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
