using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Participatie.Core.Polls;

namespace Participatie.Web.Live;

/// <summary>
/// Tells the turnout and who is there a few times a second at most, whatever the number of votes: it counts from the
/// database and sends the state as it is, never a difference.
/// </summary>
public sealed class Broadcaster(MeetingRooms rooms, SnapshotReader reader, IHubContext<MeetingHub, IMeetingClient> hub, ILogger<Broadcaster> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<Guid, bool> marked = new();
    private readonly SemaphoreSlim work = new(0, 1);

    /// <summary>Notes that somebody voted, came or left in this meeting. Never waits and never fails.</summary>
    public void Mark(Guid meetingId)
    {
        marked[meetingId] = true;
        if (work.CurrentCount == 0)
            Wake();
    }

    private void Wake()
    {
        try
        {
            work.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it at the same moment.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await work.WaitAsync(stoppingToken);
            foreach (var meetingId in marked.Keys)
            {
                marked.TryRemove(meetingId, out _);
                await TellAsync(meetingId, stoppingToken);
            }

            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task TellAsync(Guid meetingId, CancellationToken ct)
    {
        try
        {
            if (rooms.Known(meetingId) is not { } room)
                return;

            var people = room.UpdatePeople(await reader.CountAdmittedAsync(meetingId, ct));
            await hub.Clients.Group(MeetingHub.PresenceGroup(meetingId)).PresenceChanged(people);
            if (room.Snapshot.Poll is { State: PollState.Open } poll
                && room.UpdateTurnout(poll.Id, await reader.CountBallotsAsync(poll.Id, ct)) is { } tally)
                await hub.Clients.Group(MeetingHub.MeetingGroup(meetingId)).TallyChanged(tally);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The next mark tries again; a screen that misses a number gets the next one.
            BroadcasterLog.NotTold(log, fault);
        }
    }

    public override void Dispose()
    {
        work.Dispose();
        base.Dispose();
    }
}

internal static partial class BroadcasterLog
{
    [LoggerMessage(LogLevel.Warning, "The turnout could not be told")]
    public static partial void NotTold(ILogger log, Exception fault);
}
