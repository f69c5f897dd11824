using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>What a voter's own phone may show of the ballot it cast.</summary>
/// <param name="Attempt">The attempt that is stored; a new choice takes the next number.</param>
public sealed record OwnBallot(Guid PollId, IReadOnlyList<Choice> Choices, string Receipt, long Attempt);

/// <summary>Finds a voter's own ballot while the poll is open. After a secret poll has closed nobody can, the server included.</summary>
public sealed class OwnBallots(DbDataSource db, LivePolls polls, Passes passes)
{
    public async Task<OwnBallot?> FindAsync(Guid pollId, Guid participant, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } poll)
            return null;

        var pass = await passes.HeldByAsync(poll.MeetingId, participant, ct);
        var key = BallotKeys.Of(poll.Secret, pass?.Id ?? participant);
        var row = await db.FindAsync<BallotRow>(OwnSql, new { pollId, key }, ct);
        return row is null ? null : new OwnBallot(pollId, Shown(row), BallotKeys.Receipt(poll.Secret, key), row.Attempt);
    }

    /// <summary>What was voted on paper is shown to nobody: in a secret poll it is only known in piles.</summary>
    private static IReadOnlyList<Choice> Shown(BallotRow row) => row.StackId is null ? BallotText.Read(row.Choices) : [];

    private const string OwnSql = "select attempt, choices, stack_id from ballots where poll_id = @pollId and ballot_key = @key";

    private sealed record BallotRow(long Attempt, string Choices, Guid? StackId);
}
