using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Participatie.Web.Limits;

namespace Participatie.Web.Meetings.Joining;

/// <summary>How many wrong passes were tried since the server started.</summary>
/// <param name="Here">With the code of this meeting.</param>
/// <param name="Elsewhere">Without the code of any meeting.</param>
public sealed record WrongPasses(long Here, long Elsewhere);

/// <summary>
/// Slows down guessing of passes without ever closing the door of a hall. Addresses say nothing, because a hall shares
/// one; so wrong passes are counted together. When there are too many, a pass alone is no longer enough: who holds one
/// is asked for the meeting's code too, which hangs on the wall. A guesser elsewhere does not know that code. One inside
/// the hall, or with a photograph of its screen, soon waits for turns with everybody who types a pass for that meeting:
/// at five a second one of its 300 passes is found once in twenty years. A wrong meeting code does not count: it opens
/// nothing that is not public.
/// </summary>
public sealed class GuessLimit(IOptions<JoinOptions> options, ILogger<GuessLimit> log) : IDisposable
{
    private readonly FixedWindowRateLimiter limiter = new(new FixedWindowRateLimiterOptions
    {
        PermitLimit = options.Value.WrongPassesPerMinute,
        Window = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    });

    /// <summary>Of the meetings where a wrong pass was tried.</summary>
    private readonly ConcurrentDictionary<Guid, Lazy<Door>> doors = new();

    private long elsewhere;

    /// <summary>Is a pass alone not enough now?</summary>
    public bool IsReached => limiter.GetStatistics() is not { CurrentAvailablePermits: > 0 };

    public WrongPasses At(Guid meetingId) => new(doors.TryGetValue(meetingId, out var door) ? door.Value.Wrong : 0, Interlocked.Read(ref elsewhere));

    /// <summary>Notes a wrong pass that named no meeting.</summary>
    public void Count()
    {
        var wrong = Interlocked.Increment(ref elsewhere);
        using var lease = limiter.AttemptAcquire();
        if (!lease.IsAcquired && LimitsLog.IsWorthALine(wrong))
            LimitsLog.GuessedElsewhere(log, wrong);
    }

    /// <summary>Notes a wrong pass that named a meeting.</summary>
    public void Count(Guid meetingId)
    {
        var door = doors.GetOrAdd(meetingId, _ => new Lazy<Door>(() => new Door(options.Value.WrongPassesAtMeeting))).Value;
        if (!door.Count() && LimitsLog.IsWorthALine(door.Wrong))
            LimitsLog.GuessedAtMeeting(log, meetingId, door.Wrong);
    }

    /// <summary>Waits, where there were many wrong ones, for a turn to try a pass for this meeting. False when too many wait already.</summary>
    public ValueTask<bool> MayTryAsync(Guid meetingId, CancellationToken ct) =>
        doors.TryGetValue(meetingId, out var door) ? door.Value.MayTryAsync(ct) : ValueTask.FromResult(true);

    public void Dispose()
    {
        limiter.Dispose();
        foreach (var door in doors.Values)
            door.Value.Dispose();
    }

    /// <summary>One meeting's.</summary>
    private sealed class Door(int atOnce) : IDisposable
    {
        private const int TurnsPerSecond = 5;
        private const int MostWaiting = 100;

        private readonly TokenBucketRateLimiter limiter = new(new TokenBucketRateLimiterOptions
        {
            TokenLimit = atOnce,
            TokensPerPeriod = TurnsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = MostWaiting,
        });

        private long wrong;

        public long Wrong => Interlocked.Read(ref wrong);

        /// <summary>Counts a wrong pass. False when there were too many.</summary>
        public bool Count()
        {
            Interlocked.Increment(ref wrong);
            using var lease = limiter.AttemptAcquire();
            return lease.IsAcquired;
        }

        public async ValueTask<bool> MayTryAsync(CancellationToken ct)
        {
            if (limiter.GetStatistics() is { CurrentAvailablePermits: > 0 })
                return true;

            using var lease = await limiter.AcquireAsync(1, ct);
            return lease.IsAcquired;
        }

        public void Dispose() => limiter.Dispose();
    }
}
