using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;

namespace Participatie.Web.Meetings.Floor;

/// <summary>Notes that one side has the floor from now on, or nobody. The log keeps the side and the time, never the person.</summary>
public sealed class GiveFloor(DbDataSource db, TimeProvider clock)
{
    public Task<MeetingStep> RunAsync(Guid meetingId, Side? side, string actor, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            await tx.HoldMeetingAsync(meetingId, ct);
            if (await tx.ExecuteAsync(GiveSql, new { meetingId, floor = side?.Stored() }, ct) == 0)
                return MeetingStep.TooLate;

            await tx.AppendAsync(new Deed(meetingId, actor, Deeds.FloorGiven, new FloorDeed(side), clock.GetUtcNow()), ct);
            return MeetingStep.Done;
        },
        ct);

    /// <summary>Two facilitators who press the same at once give the floor once.</summary>
    private const string GiveSql =
        "update meetings set floor = @floor where id = @meetingId and state = 'open' and floor is distinct from cast(@floor as text)";
}
