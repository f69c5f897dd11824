using System.Data.Common;
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
}
