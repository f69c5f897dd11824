namespace Participatie.Web.Meetings;

/// <summary>Plans a meeting anew: the agenda and its polls as drafts, and nothing of what came of them.</summary>
public sealed class CopyMeeting(PlanMeeting planMeeting)
{
    public Task<Guid> RunAsync(MeetingRow original, MeetingPlan plan, CancellationToken ct) =>
        planMeeting.RunAsync(original.TableId, plan, tx => PlannedAgenda.OfAsync(tx, original.Id, ct), ct);
}
