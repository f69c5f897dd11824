using System.Data.Common;
using Participatie.LoadTest.Machine;

namespace Participatie.LoadTest.Databases;

/// <summary>Files in the workplace. The server itself writes them, so it is the server whose disk has faults.</summary>
internal sealed class SqliteFiles(Workplace workplace, DiskFaults? faults) : Database
{
    public override IReadOnlyDictionary<string, string> ServerEnvironment => faults?.Environment ?? base.ServerEnvironment;

    public override string FillBallotsSql =>
        """
        with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @count)
        insert into ballots (poll_id, ballot_key, attempt, choices)
        select @poll, randomblob(16), 1, '0' from numbers
        """;

    /// <summary>Another program writes, and does not stop.</summary>
    public override async Task<IAsyncDisposable> SilenceAsync(string connectionString)
    {
        var connection = await Open(connectionString).OpenConnectionAsync();
        return new Silence(connection, await connection.BeginTransactionAsync());
    }

    public override Task<string> CreateAsync(string name) => Task.FromResult($"Data Source={workplace.PathOf($"{name}.db")}");

    private sealed class Silence(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
