using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>
/// Takes a poll back before its result is released, with a reason that everybody may read. The poll stays, without a
/// result: what was cast is destroyed uncounted, or, after closing, together with what was counted.
/// </summary>
public sealed class WithdrawPoll(DbDataSource db, PollStore polls, LivePolls live, Scrubber scrubber, Feed feed, TimeProvider clock)
{
    public const int LongestReason = 300;

    public async Task<PollStep> RunAsync(Guid pollId, string? reason, string actor, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason)
            return PollStep.ReasonNeeded;
        if (await polls.FindAsync(pollId, ct) is not { } poll || !await db.TransactAsync(tx => WithdrawAsync(tx, poll, reason.Trim(), actor, ct), ct))
            return PollStep.TooLate;

        live.Forget(pollId);
        await scrubber.RunAsync();
        await feed.MeetingChangedAsync(poll.MeetingId, ct);
        return PollStep.Done;
    }

    private async Task<bool> WithdrawAsync(DbTransaction tx, PollCard poll, string reason, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tx.HoldMeetingAsync(poll.MeetingId, ct);
        if (await tx.ExecuteAsync(WithdrawSql, new { poll.Id, now, reason }, ct) == 0)
            return false;

        await tx.ExecuteAsync("delete from ballots where poll_id = @Id", poll, ct);
        await tx.ExecuteAsync("delete from ballot_secrets where poll_id = @Id", poll, ct);
        await tx.ExecuteAsync("delete from counted_ballots where poll_id = @Id", poll, ct);
        await tx.ExecuteAsync("delete from receipts where poll_id = @Id", poll, ct);
        await tx.AppendAsync(new Deed(poll.MeetingId, actor, Deeds.PollWithdrawn, new WithdrawalDeed(poll.Id, reason), now), ct);
        return true;
    }

    private const string WithdrawSql =
        """
        update polls
        set    state = 'closed', withdrawn_at = @now, withdrawal = @reason, closed_at = coalesce(closed_at, @now), outcome = null
        where  id = @Id and state in ('open', 'closed') and withdrawn_at is null
        """;
}
