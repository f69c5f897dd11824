using Microsoft.AspNetCore.SignalR;
using Participatie.Core.Meetings;
using Participatie.Web.Shared.Languages;
using Participatie.Web.Telemetry;

namespace Participatie.Web.Live;

/// <summary>
/// Tells every screen of a meeting that it changed. State travels through the database; the room is read again before
/// this returns, so whoever did the deed sees it on the next page.
/// </summary>
public sealed class Feed(MeetingRooms rooms, IHubContext<MeetingHub, IMeetingClient> hub, Broadcaster broadcaster, Measurements measurements)
{
    public async Task MeetingChangedAsync(Guid meetingId, CancellationToken ct)
    {
        if (await rooms.RefreshAsync(meetingId, ct) is { } snapshot)
            await TellAsync(snapshot);
    }

    /// <summary>The meeting is no more: whoever still looks at it sees that it is over.</summary>
    public async Task MeetingRemovedAsync(Guid meetingId)
    {
        if (rooms.Forget(meetingId) is { } last)
            await TellAsync(last with { Revision = last.Revision + 1, Meeting = last.Meeting with { State = MeetingState.Closed }, Poll = null });
    }

    private async Task TellAsync(Snapshot snapshot)
    {
        await Task.WhenAll(Language.All.Select(language => hub.Clients.Group(MeetingHub.MeetingGroup(snapshot.Meeting.Id, language)).MeetingChanged(snapshot.In(language))))
            .NotWaitingForTheDeaf();
        measurements.Told("meeting");
    }

    /// <summary>A hand went up or down, or somebody got the floor; screens hear it a moment later, many hands at once.</summary>
    public async Task QueueChangedAsync(Guid meetingId, CancellationToken ct)
    {
        await rooms.RefreshQueueAsync(meetingId, ct);
        broadcaster.MarkQueue(meetingId);
    }

    /// <summary>Somebody asked or supported something, or a facilitator decided about it: consoles show that.</summary>
    public Task ContributionsChangedAsync(Guid meetingId) => hub.Clients.Group(MeetingHub.PresenceGroup(meetingId)).ContributionsChanged().NotWaitingForTheDeaf();

    /// <summary>A pass was taken into use; the phone that held it before is told.</summary>
    public async Task PassMovedAsync(Guid meetingId, Guid formerHolder)
    {
        if (rooms.Known(meetingId)?.Screens(formerHolder) is { Count: > 0 } screens)
            await hub.Clients.Clients(screens).PassMoved().NotWaitingForTheDeaf();
    }
}
