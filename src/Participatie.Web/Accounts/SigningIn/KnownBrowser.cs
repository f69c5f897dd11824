using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participatie.Web.Accounts.SigningIn;

/// <summary>
/// Knows a browser again on which somebody signed in before. A stranger who tries passwords until the account refuses
/// keeps out only strangers: whoever has been here before has a door of their own.
/// </summary>
/// <remarks>OWASP calls it a device cookie. The cookie opens nothing by itself.</remarks>
public sealed class KnownBrowser(IDataProtectionProvider protection)
{
    /// <summary>The door of all browsers that nobody has signed in on.</summary>
    public const string Unknown = "";

    private const string Name = "bekend";

    /// <summary>In accounts: a computer at the front of a hall is used by a few people.</summary>
    private const int Most = 8;

    private const int IdLength = 16;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("known-browser").ToTimeLimitedDataProtector();

    /// <summary>The door by which this browser comes to an account.</summary>
    public string DoorTo(HttpContext http, Guid userId)
    {
        var known = Read(http);
        return known.Skip(1).Contains(userId) ? known[0].ToString("N") : Unknown;
    }

    public void Remember(HttpContext http, Guid userId)
    {
        var known = Read(http);
        Guid[] next = [known.Count > 0 ? known[0] : Guid.NewGuid(), userId, .. known.Skip(1).Where(other => other != userId).Take(Most - 1)];
        http.Response.Cookies.Append(
            Name,
            Convert.ToHexString(protector.Protect(next.SelectMany(id => id.ToByteArray()).ToArray(), Lifetime)),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Lifetime,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
    }

    /// <summary>The browser's own number and the accounts that signed in on it; empty when it is new or made up.</summary>
    private List<Guid> Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 } value)
            return [];

        try
        {
            return [.. protector.Unprotect(Convert.FromHexString(value)).Chunk(IdLength).Select(bytes => new Guid(bytes))];
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return [];
        }
    }
}
