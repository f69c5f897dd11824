using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>The pass that a new one replaces.</summary>
public sealed record ReplacedPass(Guid Id, int Number, Guid? ParticipantId);

/// <summary>What became of the wish to replace a pass.</summary>
public enum PassReplacement
{
    Done,

    /// <summary>No valid pass has this number.</summary>
    Unknown,

    /// <summary>The pass has voted on paper in the open poll: that vote cannot be picked out of its stack.</summary>
    VotedOnPaper,
}

/// <summary>
/// Replaces a lost pass, known by the number on it. The old one is void, and so is its vote in the open poll; votes in
/// polls that have closed stand.
/// </summary>
public sealed class ReplacePass(DbDataSource db, Passes passes, PassHolders holders, Feed feed, Broadcaster broadcaster, TimeProvider clock)
{
    public async Task<(PassReplacement Outcome, NewPass? Pass)> RunAsync(Guid meetingId, int number, string actor, CancellationToken ct)
    {
        var (outcome, old, pass) = await db.TransactAsync(tx => ReplaceAsync(tx, meetingId, number, actor, ct), ct);
        if (outcome == PassReplacement.Done)
        {
            broadcaster.Mark(meetingId);
            if (old!.ParticipantId is { } holder)
            {
                holders.Forget(meetingId, holder);
                await feed.PassMovedAsync(meetingId, holder);
            }
        }

        return (outcome, pass);
    }

    private async Task<(PassReplacement, ReplacedPass?, NewPass?)> ReplaceAsync(
        DbTransaction tx, Guid meetingId, int number, string actor, CancellationToken ct)
    {
        await tx.HoldMeetingAsync(meetingId, ct);
        if (await tx.FindAsync<ReplacedPass>(FindSql, new { meetingId, number }, ct) is not { } old)
            return (PassReplacement.Unknown, null, null);
        foreach (var poll in await tx.QueryAsync<OpenSecret>(OpenSecret.OfMeetingSql, new { meetingId }, ct))
        {
            var ballot = new { poll.PollId, key = new BallotKeys(poll.Secret).Of(old.Id) };
            if (await tx.FindAsync<int>(OnPaperSql, ballot, ct) > 0)
                return (PassReplacement.VotedOnPaper, null, null);
            await tx.ExecuteAsync("delete from ballots where poll_id = @PollId and ballot_key = @key", ballot, ct);
        }

        if (await passes.ReissueAsync(tx, old, ct) is not { } pass)
            return (PassReplacement.Unknown, null, null);
        if (old.ParticipantId is not null)
            await tx.ExecuteAsync(RememberSql, new { meetingId, old.ParticipantId }, ct);
        await tx.AppendAsync(new Deed(meetingId, actor, Deeds.PassReplaced, new PassDeed(number), clock.GetUtcNow()), ct);
        return (PassReplacement.Done, old, pass);
    }

    private const string FindSql =
        "select id, number, participant_id from passes where meeting_id = @meetingId and number = @number and voided_at is null";

    private const string OnPaperSql =
        "select count(*) from ballots where poll_id = @PollId and ballot_key = @key and stack_id is not null";

    private const string RememberSql =
        "insert into former_holders (meeting_id, participant_id) values (@meetingId, @ParticipantId) on conflict do nothing";
}
