using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participatie.Web.Polls.Doors;

/// <summary>
/// Makes a device the worker's tablet of one meeting. It opens nothing but the page on which residents vote, so the
/// tablet can go from hand to hand without anybody being signed in on it.
/// </summary>
public sealed class TabletCookie(IDataProtectionProvider protection)
{
    private const string Name = "tablet";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("tablet").ToTimeLimitedDataProtector();

    public bool IsFor(HttpContext context, Guid meetingId)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } value)
            return false;

        try
        {
            return string.Equals(protector.Unprotect(value), meetingId.ToString("N"), StringComparison.Ordinal);
        }
        catch (CryptographicException)
        {
            return false; // too old, or made up
        }
    }

    public void Give(HttpContext context, Guid meetingId) =>
        context.Response.Cookies.Append(Name, protector.Protect(meetingId.ToString("N"), Lifetime), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        });
}
