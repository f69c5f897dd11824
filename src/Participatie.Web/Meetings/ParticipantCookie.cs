using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participatie.Web.Meetings;

/// <summary>
/// Knows a phone again without knowing a person: a signed cookie with a random number. Each meeting sees another
/// participant id, derived from that number, so the database cannot follow one phone from meeting to meeting. Support for
/// a topic belongs to a table: there the table stands in the place of the meeting, for the day that the cookie lives.
/// </summary>
public sealed class ParticipantCookie(IDataProtectionProvider protection)
{
    private const string Name = "deelnemer";
    private const int Bytes = 32;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly IDataProtector protector = protection.CreateProtector("participant");

    /// <summary>The participant that this phone is in a meeting; null when it has no valid cookie.</summary>
    public Guid? Read(HttpContext context, Guid meetingId)
    {
        var device = context.Items[Name] as byte[] ?? Unprotect(context.Request.Cookies[Name]);
        return device is null ? null : new Guid(HMACSHA256.HashData(device, meetingId.ToByteArray(bigEndian: true)).AsSpan(0, 16));
    }

    /// <summary>The participant that this phone is in a meeting; a phone without a cookie gets one with the answer.</summary>
    public Guid Ensure(HttpContext context, Guid meetingId)
    {
        if (Read(context, meetingId) is { } participant)
            return participant;

        var device = RandomNumberGenerator.GetBytes(Bytes);
        context.Items[Name] = device;
        context.Response.Cookies.Append(Name, Convert.ToHexString(protector.Protect(device)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        return Read(context, meetingId)!.Value;
    }

    /// <summary>The phone is a new one from its next visit on.</summary>
    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Name);

    private byte[]? Unprotect(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;

        try
        {
            var device = protector.Unprotect(Convert.FromHexString(value));
            return device.Length == Bytes ? device : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null; // made up, or signed by another installation: this phone simply is a new one
        }
    }
}
