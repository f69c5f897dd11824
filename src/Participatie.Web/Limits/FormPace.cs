using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Participatie.Web.Meetings;
using Participatie.Web.Shared.Errors;

namespace Participatie.Web.Limits;

/// <summary>
/// Forms in a minute, of each account and of each phone that has its cookie. Whoever throws the cookie away is a new phone
/// with nothing to lose by it: what a new phone may do at all is limited where it does it.
/// </summary>
public sealed class FormPace(IOptions<LimitsOptions> options, ParticipantCookie cookie)
{
    public RateLimitPartition<string> Of(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.IsAboutFault())
            return RateLimitPartition.GetNoLimiter("");
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } staff)
            return PerMinute($"staff {staff}", options.Value.StaffFormsPerMinute);
        return cookie.Read(context, Guid.Empty) is { } phone ? PerMinute($"phone {phone}", options.Value.PhoneFormsPerMinute) : RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> PerMinute(string whose, int forms) =>
        RateLimitPartition.GetFixedWindowLimiter(whose, _ => new FixedWindowRateLimiterOptions { PermitLimit = forms, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
