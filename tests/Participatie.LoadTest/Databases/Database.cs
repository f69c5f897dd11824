using System.Data.Common;
using Participatie.LoadTest.Machine;

namespace Participatie.LoadTest.Databases;

internal enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Where fresh databases of one kind come from; gone with all of them when disposed.</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>What the processes that write to the disk find in their environment.</summary>
    public virtual IReadOnlyDictionary<string, string> ServerEnvironment => new Dictionary<string, string>(StringComparer.Ordinal);

    public static async Task<Database> StartAsync(DatabaseKind kind, Workplace workplace, DiskFaults? faults) => kind == DatabaseKind.Postgres
        ? await PostgresCluster.StartAsync(workplace, faults)
        : new SqliteFiles(workplace, faults);

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public abstract Task<string> CreateAsync(string name);

    /// <summary>Another program's view of a database.</summary>
    public static DbDataSource Open(string connectionString) => Web.Data.Databases.Open(connectionString);

    /// <summary>The processes that do the database's work; none when the server does it itself.</summary>
    public virtual IReadOnlyList<int> Processes => [];

    /// <summary>Puts @count ballots of nobody into @poll.</summary>
    public abstract string FillBallotsSql { get; }

    /// <summary>Fills a database with so much that its indexes are better made afterwards, as after a restored backup.</summary>
    public virtual Task FillAsync(string connectionString, Func<Task> fill) => fill();

    /// <summary>How many times each statement was executed in a database; null where no account is kept.</summary>
    public virtual Task<IReadOnlyDictionary<string, long>?> StatementsAsync(string connectionString) =>
        Task.FromResult<IReadOnlyDictionary<string, long>?>(null);

    /// <summary>Lets no write get through, as when the database hangs, until the result is disposed.</summary>
    public abstract Task<IAsyncDisposable> SilenceAsync(string connectionString);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
