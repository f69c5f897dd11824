using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Meetings.Joining;

/// <summary>
/// Slows down guessing of passes without ever closing the door of a hall. Addresses say nothing, because a hall shares
/// one; so wrong passes are counted together. When there are too many, a pass alone is no longer enough: who holds one
/// is asked for the meeting's code too, which hangs on the wall. A guesser elsewhere does not know that code. One inside
/// the hall, or with a photograph of its screen, may go on, but finds one of its 300 passes once in three and a half
/// thousand million tries. A wrong meeting code does not count: it opens nothing that is not public.
/// </summary>
public sealed class GuessLimit(IOptions<JoinOptions> options) : IDisposable
{
    private readonly FixedWindowRateLimiter limiter = new(new FixedWindowRateLimiterOptions
    {
        PermitLimit = options.Value.WrongPassesPerMinute,
        Window = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    });

    /// <summary>Is a pass alone not enough now?</summary>
    public bool IsReached => limiter.GetStatistics() is not { CurrentAvailablePermits: > 0 };

    /// <summary>Notes a wrong pass that named no meeting.</summary>
    public void Count()
    {
        using var lease = limiter.AttemptAcquire();
    }

    public void Dispose() => limiter.Dispose();
}
