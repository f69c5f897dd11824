using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Floor;

namespace Participatie.Web.Meetings.Queue;

/// <summary>Gives the floor to somebody in the queue; whoever spoke has finished. The log keeps only the side.</summary>
public sealed class CallSpeaker(DbDataSource db, Feed feed, TimeProvider clock)
{
    public async Task<MeetingStep> RunAsync(Guid meetingId, Guid handId, string actor, CancellationToken ct)
    {
        var step = await db.TransactAsync(tx => CallAsync(tx, meetingId, handId, actor, ct), ct);
        if (step == MeetingStep.Done)
            await feed.QueueChangedAsync(meetingId, ct);
        return step;
    }

    private async Task<MeetingStep> CallAsync(DbTransaction tx, Guid meetingId, Guid handId, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tx.HoldMeetingAsync(meetingId, ct);
        if (await tx.FindAsync<string>(SideSql, new { meetingId, handId }, ct) is not { } side)
            return MeetingStep.TooLate;

        await Hands.EndTurnAsync(tx, meetingId, now, ct);
        await tx.ExecuteAsync("update hands set state = 'speaking', started_at = @now where id = @handId", new { handId, now }, ct);
        await GiveFloor.GiveAsync(tx, meetingId, Enum.Parse<Side>(side, ignoreCase: true), actor, now, ct);
        return MeetingStep.Done;
    }

    private const string SideSql =
        """
        select h.side
        from   hands h
        join   meetings m on m.id = h.meeting_id
        where  h.id = @handId and h.meeting_id = @meetingId and h.state = 'waiting' and m.state = 'open'
        """;
}
