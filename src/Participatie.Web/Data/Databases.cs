using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Participatie.Web.Data;

/// <summary>The connection string decides which database it is; nothing else in the application does.</summary>
public static class Databases
{
    public const string ConnectionName = "Main";

    public static DbDataSource Open(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new OperatorFault("There is no connection string: set ConnectionStrings:Main to 'Data Source=…' or 'Host=…;Database=…'.");

        try
        {
            return IsPostgres(connectionString)
                ? NpgsqlDataSource.Create(ForHalls(connectionString))
                : SqliteDataSource.Create(connectionString);
        }
        catch (ArgumentException fault)
        {
            throw new OperatorFault($"The connection string ConnectionStrings:Main cannot be read: {fault.Message}", fault);
        }
    }

    public static bool IsPostgres(this DbDataSource db) => db is NpgsqlDataSource;

    /// <summary>Was a row refused because a unique constraint already holds its like?</summary>
    public static bool IsDuplicate(this DbException fault) => fault
        is SqliteException { SqliteExtendedErrorCode: SqliteCodes.NotUnique }
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>What the operator can do about a database that does not answer, in one sentence.</summary>
    public static OperatorFault Explain(DbException fault) => fault switch
    {
        SqliteException { SqliteErrorCode: SqliteCodes.Busy or SqliteCodes.Locked } =>
            new("The database file is locked by another program: stop that program, or wait until it is done.", fault),
        SqliteException { SqliteErrorCode: SqliteCodes.ReadOnly } =>
            new("The database file is read-only: give the account that runs this program write access to the file and its folder.", fault),
        SqliteException { SqliteErrorCode: SqliteCodes.CannotOpen } =>
            new("The database file cannot be opened: check that its folder exists and that this account may write there.", fault),
        SqliteException { SqliteErrorCode: SqliteCodes.NotADatabase or SqliteCodes.Corrupt } =>
            new("The database file is not a readable SQLite database: check the path, or restore a backup.", fault),
        SqliteException { SqliteErrorCode: SqliteCodes.Full } =>
            new("The disk that holds the database is full: make room and try again.", fault),
        _ => new($"The database does not answer: {fault.Message.ReplaceLineEndings(" ")}", fault),
    };

    /// <summary>
    /// A hall does not wait half a minute for a database that is silent, unless its operator says so. Nothing of ours
    /// outlives a transaction (settings are local, locks are the transaction's), so a connection need not be cleaned.
    /// </summary>
    private static string ForHalls(string connectionString)
    {
        var asked = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var parts = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };
        if (!asked.ContainsKey("Command Timeout") && !asked.ContainsKey("CommandTimeout"))
            parts.CommandTimeout = 10;
        if (!asked.ContainsKey("Timeout"))
            parts.Timeout = 5;
        return parts.ConnectionString;
    }

    private static bool IsPostgres(string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return parts.ContainsKey("Host") || parts.ContainsKey("Server");
    }

    /// <summary>SQLite's primary result codes, https://sqlite.org/rescode.html.</summary>
    private static class SqliteCodes
    {
        public const int Busy = 5;
        public const int Locked = 6;
        public const int ReadOnly = 8;
        public const int Corrupt = 11;
        public const int Full = 13;
        public const int CannotOpen = 14;
        public const int NotADatabase = 26;
        public const int NotUnique = 2067;
    }
}
