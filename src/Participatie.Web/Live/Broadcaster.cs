using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Participatie.Core.Polls;

namespace Participatie.Web.Live;

/// <summary>
/// Tells the turnout and who is there a few times a second at most, whatever the number of votes, and less often as the hall
/// grows: votes come before news of votes. It counts from the database and sends the state as it is, never a difference.
/// </summary>
public sealed class Broadcaster(MeetingRooms rooms, SnapshotReader reader, IHubContext<MeetingHub, IMeetingClient> hub, ILogger<Broadcaster> log)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>A hall of 5,000 hears it every two seconds: that costs a twentieth of a small machine's time.</summary>
    private static readonly TimeSpan PausePerPerson = TimeSpan.FromMilliseconds(0.4);

    /// <summary>Counting takes longer among a million ballots: the pause is so many times as long.</summary>
    private const int PauseForEachCounting = 50;

    private readonly ConcurrentDictionary<Guid, bool> marked = new();
    private readonly SemaphoreSlim work = new(0, 1);

    /// <summary>How long it took to count, the last time.</summary>
    private TimeSpan counting;

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
            await Task.Delay(Pause(), stoppingToken);
            counting = TimeSpan.Zero;
            foreach (var meetingId in marked.Keys)
            {
                marked.TryRemove(meetingId, out _);
                await TellAsync(meetingId, stoppingToken);
            }
        }
    }

    /// <summary>Before telling, not after: the first vote of a storm must not bring the news into the midst of it.</summary>
    private TimeSpan Pause()
    {
        var listening = marked.Keys.Sum(meetingId => rooms.Known(meetingId)?.Snapshot.People.Connected ?? 0);
        return ShortestPause + (PausePerPerson * listening) + (PauseForEachCounting * counting);
    }

    private async Task TellAsync(Guid meetingId, CancellationToken ct)
    {
        try
        {
            if (rooms.Known(meetingId) is not { } room)
                return;

            var people = room.UpdatePeople(await reader.CountAdmittedAsync(meetingId, ct));
            await hub.Clients.Group(MeetingHub.PresenceGroup(meetingId)).PresenceChanged(people);
            if (room.Snapshot.Poll is not { State: PollState.Open } poll)
                return;

            var start = Stopwatch.GetTimestamp();
            var ballots = await reader.CountBallotsAsync(poll.Id, ct);
            counting += Stopwatch.GetElapsedTime(start);
            if (room.UpdateTurnout(poll.Id, ballots) is { } tally)
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
