using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>Shows the result of a closed poll to everybody, for good.</summary>
public sealed class ReleasePoll(DbDataSource db, PollStore polls, Feed feed, TimeProvider clock)
{
    public async Task<PollStep> RunAsync(Guid pollId, string actor, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } poll)
            return PollStep.TooLate;
        if (!await db.TransactAsync(tx => ReleaseAsync(tx, poll, actor, ct), ct))
            return PollStep.TooLate;

        await feed.MeetingChangedAsync(poll.MeetingId, ct);
        return PollStep.Done;
    }

    private async Task<bool> ReleaseAsync(DbTransaction tx, PollCard poll, string actor, CancellationToken ct)
    {
        await tx.HoldMeetingAsync(poll.MeetingId, ct);
        if (await tx.ExecuteAsync("update polls set state = 'released' where id = @Id and state = 'closed' and withdrawn_at is null", poll, ct) == 0)
            return false;

        await tx.AppendAsync(new Deed(poll.MeetingId, actor, Deeds.PollReleased, poll.ToDeed(), clock.GetUtcNow()), ct);
        return true;
    }
}
