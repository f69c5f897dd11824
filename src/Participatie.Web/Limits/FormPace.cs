using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Participatie.Web.Meetings;
using Participatie.Web.Shared.Errors;

namespace Participatie.Web.Limits;

/// <summary>
/// Forms in a minute, of each account and of each phone that has its cookie. Whoever throws the cookie away is a new phone
/// with nothing to lose by it: what a new phone may do at all is limited where it does it.
/// </summary>
public sealed class FormPace : IDisposable
{
    private readonly LimitsOptions options;
    private readonly ParticipantCookie cookie;
    private readonly ILogger log;

    public FormPace(IOptions<LimitsOptions> options, ParticipantCookie cookie, ILogger<FormPace> log)
    {
        (this.options, this.cookie, this.log) = (options.Value, cookie, log);
        Limiter = PartitionedRateLimiter.Create<HttpContext, string>(Of);
    }

    public PartitionedRateLimiter<HttpContext> Limiter { get; }

    /// <summary>Writes down that somebody ran into the limit.</summary>
    public ValueTask NoteAsync(OnRejectedContext context, CancellationToken ct)
    {
        var http = context.HttpContext;
        if (Limiter.GetStatistics(http) is { TotalFailedLeases: var refused } && LimitsLog.IsWorthALine(refused))
            LimitsLog.TooManyForms(log, StaffId(http) is { } staff ? $"account {staff}" : "a phone", refused);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => Limiter.Dispose();

    private RateLimitPartition<string> Of(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.IsAboutFault())
            return RateLimitPartition.GetNoLimiter("");
        if (StaffId(context) is { } staff)
            return PerMinute($"staff {staff}", options.StaffFormsPerMinute);
        return cookie.Read(context, Guid.Empty) is { } phone ? PerMinute($"phone {phone}", options.PhoneFormsPerMinute) : RateLimitPartition.GetNoLimiter("");
    }

    private static string? StaffId(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    private static RateLimitPartition<string> PerMinute(string whose, int forms) =>
        RateLimitPartition.GetFixedWindowLimiter(whose, _ => new FixedWindowRateLimiterOptions { PermitLimit = forms, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
