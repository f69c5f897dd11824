using System.Data.Common;
using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>What was counted in a poll: its ballots and its receipts, each in a shuffled order of its own.</summary>
public sealed class CountedBallots(DbDataSource db)
{
    /// <summary>Enough to save the journeys to PostgreSQL; with more, SQLite's driver spends longer looking for the parameters than it saves.</summary>
    private const int LargestChunk = 100;

    /// <summary>The marks of each ballot, as <see cref="BallotText"/> writes them.</summary>
    public Task<IReadOnlyList<string>> OfAsync(Guid pollId, CancellationToken ct) =>
        db.QueryAsync<string>("select choices from counted_ballots where poll_id = @pollId order by position", new { pollId }, ct);

    /// <summary>The ballots themselves, in their shuffled order.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Choice>>> ReadAsync(Guid pollId, CancellationToken ct) =>
        [.. (await OfAsync(pollId, ct)).Select(BallotText.Read)];

    /// <summary>The inclusion codes, sorted: who finds their own knows that their vote counted.</summary>
    public Task<IReadOnlyList<string>> ReceiptsAsync(Guid pollId, CancellationToken ct) =>
        db.QueryAsync<string>("select code from receipts where poll_id = @pollId order by code", new { pollId }, ct);

    /// <summary>Keeps what was counted, within the transaction that counts.</summary>
    /// <param name="choices">The marks of each ballot, in any order: they are shuffled here.</param>
    /// <param name="receipts">The inclusion codes, in any order: they are shuffled by themselves.</param>
    public static async Task KeepAsync(DbTransaction tx, Guid pollId, string[] choices, string[] receipts, CancellationToken ct)
    {
        RandomNumberGenerator.Shuffle(choices.AsSpan());
        RandomNumberGenerator.Shuffle(receipts.AsSpan());
        await InsertAsync(tx, "insert into counted_ballots (poll_id, position, choices) values", pollId, choices, ct);
        await InsertAsync(tx, "insert into receipts (poll_id, position, code) values", pollId, receipts, ct);
    }

    /// <summary>
    /// Inserts many rows by one statement. A statement for each would take a hall of thousands seconds, in which the
    /// facilitator waits and no other vote is stored.
    /// </summary>
    private static async Task InsertAsync(DbTransaction tx, string insert, Guid pollId, string[] texts, CancellationToken ct)
    {
        foreach (var chunk in texts.Select((text, position) => (text, position)).Chunk(LargestChunk))
        {
            await using var command = tx.Connection!.CreateCommand();
            command.Transaction = tx;
            command.CommandText = $"{insert} {string.Join(", ", chunk.Select((row, number) => $"(@poll, {row.position}, @text{number})"))}";
            Add(command, "poll", pollId);
            foreach (var (row, number) in chunk.Select((row, number) => (row, number)))
                Add(command, $"text{number}", row.text);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
