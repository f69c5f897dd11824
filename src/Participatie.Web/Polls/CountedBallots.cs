using System.Data.Common;
using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>What was counted in a poll: its ballots and its receipts, each in a shuffled order of its own.</summary>
public sealed class CountedBallots(DbDataSource db)
{
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
        await tx.ExecuteEachAsync(KeepBallotSql, Rows(pollId, choices), ct);
        await tx.ExecuteEachAsync(KeepReceiptSql, Rows(pollId, receipts), ct);
    }

    private const string KeepBallotSql = "insert into counted_ballots (poll_id, position, choices) values (@PollId, @Position, @Text)";

    private const string KeepReceiptSql = "insert into receipts (poll_id, position, code) values (@PollId, @Position, @Text)";

    private static CountedRow[] Rows(Guid pollId, string[] texts) => [.. texts.Select((text, position) => new CountedRow(pollId, position, text))];

    private sealed record CountedRow(Guid PollId, int Position, string Text);
}
