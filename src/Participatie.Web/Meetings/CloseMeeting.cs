using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Queue;

namespace Participatie.Web.Meetings;

/// <summary>Closes an open meeting.</summary>
public sealed class CloseMeeting(DbDataSource db, Feed feed, TimeProvider clock)
{
    public async Task<MeetingStep> RunAsync(MeetingView meeting, string actor, CancellationToken ct)
    {
        var step = await db.TransactAsync(tx => CloseAsync(tx, meeting, actor, ct), ct);
        if (step == MeetingStep.Done)
            await feed.MeetingChangedAsync(meeting.Id, ct);
        return step;
    }

    private async Task<MeetingStep> CloseAsync(DbTransaction tx, MeetingView meeting, string actor, CancellationToken ct)
    {
        await tx.HoldMeetingAsync(meeting.Id, ct);
        if (await tx.HasOpenPollAsync(meeting.Id, ct))
            return MeetingStep.PollIsOpen;
        if (await tx.ExecuteAsync("update meetings set state = 'closed' where id = @Id and state = 'open'", meeting, ct) == 0)
            return MeetingStep.TooLate;

        await Hands.ForgetAsync(tx, meeting.Id, ct);
        await tx.AppendAsync(new Deed(meeting.Id, actor, Deeds.MeetingClosed, new MeetingDeed(meeting.Title, meeting.Place), clock.GetUtcNow()), ct);
        return MeetingStep.Done;
    }
}
