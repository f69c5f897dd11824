using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Participatie.Core.Polls;
using Participatie.Web.Telemetry;

namespace Participatie.Web.Live;

/// <summary>
/// Tells the turnout, who is there and who waits to speak: at most four times a second to the screens that show it to all, and to the phones
/// when the votes come to rest, or now and then when they do not. Votes come before news of votes. It counts from the
/// database and sends the state as it is, never a difference.
/// </summary>
public sealed class Broadcaster(MeetingRooms rooms, SnapshotReader reader, IHubContext<MeetingHub, IMeetingClient> hub, Measurements measurements, ILogger<Broadcaster> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Counting takes longer among a million ballots: the pause is so many times as long.</summary>
    private const int PauseForEachCounting = 50;

    /// <summary>While votes keep coming, a hall of 5,000 phones hears it every five seconds: a small machine's twentieth part.</summary>
    private static readonly TimeSpan PatiencePerPhone = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentDictionary<Guid, bool> marked = new();
    private readonly ConcurrentDictionary<Guid, bool> queues = new();
    private readonly SemaphoreSlim work = new(0, 1);

    /// <summary>The meetings whose phones have yet to hear the turnout, and since when.</summary>
    private readonly Dictionary<Guid, long> untold = [];

    /// <summary>How long it took to count, the last time.</summary>
    private TimeSpan counting;

    /// <summary>Notes that somebody voted, came or left in this meeting. Never waits and never fails.</summary>
    public void Mark(Guid meetingId)
    {
        if (!marked.ContainsKey(meetingId)) // a hall that votes must not queue for the lock behind this
            marked[meetingId] = true;
        if (work.CurrentCount == 0)
            Wake();
    }

    /// <summary>Notes that the queue of speakers changed. Never waits and never fails.</summary>
    public void MarkQueue(Guid meetingId)
    {
        queues[meetingId] = true;
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
            if (untold.Count == 0)
                await work.WaitAsync(stoppingToken);

            // Before telling, not after: the first vote of a storm must not bring the news into the midst of it.
            await Task.Delay(Pause + (PauseForEachCounting * counting), stoppingToken);
            counting = TimeSpan.Zero;
            foreach (var meetingId in queues.Keys.Where(meetingId => queues.TryRemove(meetingId, out _)).ToList())
                await TellQueueAsync(meetingId);
            var busy = marked.Keys.Where(meetingId => marked.TryRemove(meetingId, out _)).ToHashSet();
            foreach (var meetingId in busy)
                await TellScreensAsync(meetingId, stoppingToken);
            foreach (var (meetingId, _) in untold.Where(news => !busy.Contains(news.Key) || HasWaitedLongEnough(news.Key, news.Value)).ToList())
                await TellPhonesAsync(meetingId);
        }
    }

    private bool HasWaitedLongEnough(Guid meetingId, long since) =>
        Stopwatch.GetElapsedTime(since) >= PatiencePerPhone * (rooms.Known(meetingId)?.Snapshot.People.Connected ?? 0);

    private async Task TellScreensAsync(Guid meetingId, CancellationToken ct)
    {
        try
        {
            if (rooms.Known(meetingId) is not { } room)
                return;

            var people = room.UpdatePeople(await reader.CountAdmittedAsync(meetingId, ct));
            var screens = hub.Clients.Group(MeetingHub.PresenceGroup(meetingId));
            await screens.PresenceChanged(people).NotWaitingForTheDeaf();
            measurements.Told("presence");
            if (room.Snapshot.Poll is not { State: PollState.Open } poll)
                return;

            var start = Stopwatch.GetTimestamp();
            var ballots = await reader.CountBallotsAsync(poll.Id, ct);
            counting += Stopwatch.GetElapsedTime(start);
            room.UpdateTurnout(poll.Id, ballots);
            untold.TryAdd(meetingId, start);
            if (room.Turnout is { } turnout)
            {
                await screens.TallyChanged(turnout).NotWaitingForTheDeaf();
                measurements.Told("screens");
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The next mark tries again; a screen that misses a number gets the next one.
            BroadcasterLog.NotTold(log, fault);
        }
    }

    private async Task TellPhonesAsync(Guid meetingId)
    {
        untold.Remove(meetingId);
        try
        {
            if (rooms.Known(meetingId)?.Turnout is { } turnout)
            {
                await hub.Clients.Groups(MeetingHub.MeetingGroups(meetingId)).TallyChanged(turnout).NotWaitingForTheDeaf();
                measurements.Told("phones");
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            BroadcasterLog.NotTold(log, fault);
        }
    }

    private async Task TellQueueAsync(Guid meetingId)
    {
        try
        {
            if (rooms.Known(meetingId) is { Snapshot.Queue: var queue })
            {
                await hub.Clients.Groups(MeetingHub.MeetingGroups(meetingId)).QueueChanged(queue).NotWaitingForTheDeaf();
                measurements.Told("queue");
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
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
