using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;

namespace Participatie.Web.Meetings.Queue;

/// <summary>Takes hands down: one's own, or by the facilitator one or all. Somebody who is speaking goes on.</summary>
public sealed class LowerHand(DbDataSource db, Feed feed)
{
    public Task OfAsync(Guid meetingId, Guid participant, CancellationToken ct) =>
        RunAsync(meetingId, "participant_id = @participant", new { meetingId, participant }, ct);

    public Task OneAsync(Guid meetingId, Guid id, CancellationToken ct) => RunAsync(meetingId, "id = @id", new { meetingId, id }, ct);

    public Task AllAsync(Guid meetingId, CancellationToken ct) => RunAsync(meetingId, "1 = 1", new { meetingId }, ct);

    private async Task RunAsync(Guid meetingId, string which, object args, CancellationToken ct)
    {
        if (await db.ExecuteAsync($"delete from hands where meeting_id = @meetingId and state = 'waiting' and {which}", args, ct) > 0)
            await feed.QueueChangedAsync(meetingId, ct);
    }
}
