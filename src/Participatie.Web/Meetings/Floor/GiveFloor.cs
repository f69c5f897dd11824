using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Queue;

namespace Participatie.Web.Meetings.Floor;

/// <summary>Notes that one side has the floor from now on, or nobody. The log keeps the side and the time, never the person.</summary>
public sealed class GiveFloor(DbDataSource db, Feed feed, TimeProvider clock)
{
    public async Task<MeetingStep> RunAsync(Guid meetingId, Side? side, string actor, CancellationToken ct)
    {
        var step = await db.TransactAsync(
            async tx =>
            {
                var now = clock.GetUtcNow();
                await tx.HoldMeetingAsync(meetingId, ct);
                var ended = await Hands.EndTurnAsync(tx, meetingId, now, ct); // of somebody in the queue
                var given = await GiveAsync(tx, meetingId, side, actor, now, ct);
                return ended || given ? MeetingStep.Done : MeetingStep.TooLate;
            },
            ct);
        if (step == MeetingStep.Done)
            await feed.QueueChangedAsync(meetingId, ct);
        return step;
    }

    /// <summary>Does it in a transaction that holds the meeting. False when that side had the floor already.</summary>
    public static async Task<bool> GiveAsync(DbTransaction tx, Guid meetingId, Side? side, string actor, DateTimeOffset now, CancellationToken ct)
    {
        if (await tx.ExecuteAsync(GiveSql, new { meetingId, floor = side?.Stored() }, ct) == 0)
            return false;

        await tx.AppendAsync(new Deed(meetingId, actor, Deeds.FloorGiven, new FloorDeed(side), now), ct);
        return true;
    }

    /// <summary>Two facilitators who press the same at once give the floor once.</summary>
    private const string GiveSql =
        "update meetings set floor = @floor where id = @meetingId and state = 'open' and floor is distinct from cast(@floor as text)";
}
