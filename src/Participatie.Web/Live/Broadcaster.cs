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
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            await work.WaitAsync(stoppingToken);
            await Task.Delay(pause, stoppingToken);
            pause = ShortestPause;
            foreach (var meetingId in marked.Keys)
            {
                marked.TryRemove(meetingId, out _);
                pause += await TellAsync(meetingId, stoppingToken);
            }
        }
    }

    /// <summary>Returns how long to rest for what it cost.</summary>
    private async Task<TimeSpan> TellAsync(Guid meetingId, CancellationToken ct)
    {
        try
        {
            if (rooms.Known(meetingId) is not { } room)
                return TimeSpan.Zero;

            var people = room.UpdatePeople(await reader.CountAdmittedAsync(meetingId, ct));
            await hub.Clients.Group(MeetingHub.PresenceGroup(meetingId)).PresenceChanged(people);
            if (room.Snapshot.Poll is not { State: PollState.Open } poll)
                return TimeSpan.Zero;

            var start = Stopwatch.GetTimestamp();
            var ballots = await reader.CountBallotsAsync(poll.Id, ct);
            var counting = Stopwatch.GetElapsedTime(start);
            if (room.UpdateTurnout(poll.Id, ballots) is { } tally)
                await hub.Clients.Group(MeetingHub.MeetingGroup(meetingId)).TallyChanged(tally);
            return (PausePerPerson * people.Connected) + (PauseForEachCounting * counting);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The next mark tries again; a screen that misses a number gets the next one.
            BroadcasterLog.NotTold(log, fault);
            return TimeSpan.Zero;
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
