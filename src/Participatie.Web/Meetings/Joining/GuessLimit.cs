using System.Threading.RateLimiting;

namespace Participatie.Web.Meetings.Joining;

/// <summary>
/// Slows down guessing of codes. Only wrong codes count, whoever types them: a hall shares one address, so an address
/// says nothing. With 40 bits in a pass, 300 guesses a minute find one pass in a thousand within seven years.
/// </summary>
public sealed class GuessLimit : IDisposable
{
    private const int WrongCodesPerMinute = 300;

    private readonly FixedWindowRateLimiter limiter = new(new FixedWindowRateLimiterOptions
    {
        PermitLimit = WrongCodesPerMinute,
        Window = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    });

    /// <summary>May codes be tried now?</summary>
    public bool IsOpen => limiter.GetStatistics() is { CurrentAvailablePermits: > 0 };

    /// <summary>Notes a wrong code.</summary>
    public void Count()
    {
        using var lease = limiter.AttemptAcquire();
    }

    public void Dispose() => limiter.Dispose();
}
