using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Participatie.LoadTest.Floor;

/// <summary>A row on its way to the database.</summary>
internal sealed record FloorBallot(Guid PollId, byte[] Key, long Attempt, string Choices);

/// <summary>
/// The least that keeps a vote: whatever has gathered goes into one transaction, one statement for each row, prepared
/// once, in one round trip where the driver can do that. No rule is checked.
/// </summary>
internal sealed class FloorBox(DbDataSource db) : BackgroundService
{
    private const int LargestBatch = 500;

    private readonly Channel<Pending> queue = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });

    public Task PutAsync(FloorBallot ballot)
    {
        var pending = new Pending(ballot, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        queue.Writer.TryWrite(pending);
        return pending.Stored.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var connection = await db.OpenConnectionAsync(stoppingToken);
        await ExecuteAsync(connection, CreateSql, stoppingToken);

        var batch = new List<Pending>(LargestBatch);
        while (await queue.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var pending))
                batch.Add(pending);
            await StoreAsync(connection, batch, stoppingToken);
            foreach (var pending in batch)
                pending.Stored.SetResult();
            batch.Clear();
        }
    }

    private const string CreateSql =
        """
        create table if not exists ballots (
            poll_id     uuid    not null,
            ballot_key  bytea   not null,
            attempt     bigint  not null,
            choices     text    not null,
            primary key (poll_id, ballot_key)
        )
        """;

    private static async Task StoreAsync(DbConnection connection, List<Pending> batch, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (connection.CanCreateBatch)
            await StoreTogetherAsync(connection, transaction, batch, ct);
        else
            await StoreOneByOneAsync(connection, transaction, batch, ct);
        await transaction.CommitAsync(ct);
    }

    private const string StoreSql =
        """
        insert into ballots (poll_id, ballot_key, attempt, choices)
        values (@poll, @key, @attempt, @choices)
        on conflict (poll_id, ballot_key) do update set attempt = excluded.attempt, choices = excluded.choices
        """;

    private static async Task StoreTogetherAsync(DbConnection connection, DbTransaction transaction, List<Pending> batch, CancellationToken ct)
    {
        await using var together = connection.CreateBatch();
        together.Transaction = transaction;
        foreach (var (ballot, _) in batch)
        {
            var command = together.CreateBatchCommand();
            command.CommandText = StoreSql;
            foreach (var (name, value) in Values(ballot))
                command.Parameters.Add(Fill(command.CreateParameter(), name, value));
            together.BatchCommands.Add(command);
        }

        await together.PrepareAsync(ct);
        await together.ExecuteNonQueryAsync(ct);
    }

    private static async Task StoreOneByOneAsync(DbConnection connection, DbTransaction transaction, List<Pending> batch, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = StoreSql;
        foreach (var (name, value) in Values(batch[0].Ballot))
            command.Parameters.Add(Fill(command.CreateParameter(), name, value));
        await command.PrepareAsync(ct);

        foreach (var (ballot, _) in batch)
        {
            foreach (var (name, value) in Values(ballot))
                command.Parameters[name].Value = value;
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static (string Name, object Value)[] Values(FloorBallot ballot) =>
        [("poll", ballot.PollId), ("key", ballot.Key), ("attempt", ballot.Attempt), ("choices", ballot.Choices)];

    private static DbParameter Fill(DbParameter parameter, string name, object value)
    {
        parameter.ParameterName = name;
        parameter.Value = value;
        return parameter;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record Pending(FloorBallot Ballot, TaskCompletionSource Stored);
}
