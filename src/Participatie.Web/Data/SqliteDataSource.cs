using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Participatie.Web.Data;

/// <summary>
/// SQLite as a <see cref="DbDataSource"/>: every connection it opens is durable (an acknowledged commit survives a
/// power cut), erases what is deleted, and waits for another writer rather than failing.
/// </summary>
public sealed class SqliteDataSource : DbDataSource
{
    private const string OnOpen =
        """
        pragma busy_timeout  = 5000;
        pragma journal_mode  = wal;
        pragma synchronous   = full;
        pragma foreign_keys  = on;
        pragma secure_delete = on;
        """;

    private SqliteDataSource(string connectionString) => ConnectionString = connectionString;

    public override string ConnectionString { get; }

    public static SqliteDataSource Create(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(parts.DataSource))
            throw new ArgumentException("it names no file; write 'Data Source=FILE'.", nameof(connectionString));

        if (Path.GetDirectoryName(Path.GetFullPath(parts.DataSource)) is { } folder && !Directory.Exists(folder))
            CreateFolder(folder);

        parts.DefaultTimeout = 10;
        return new SqliteDataSource(parts.ToString());
    }

    /// <summary>The file behind this source.</summary>
    public string File => Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    protected override DbConnection CreateDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.StateChange += static (sender, change) =>
        {
            if (change.CurrentState == ConnectionState.Open)
                Prepare((SqliteConnection)sender!);
        };
        return connection;
    }

    private static void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = OnOpen;
        command.ExecuteNonQuery();
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OperatorFault($"The folder of the database file cannot be made: {fault.Message}", fault);
        }
    }
}
