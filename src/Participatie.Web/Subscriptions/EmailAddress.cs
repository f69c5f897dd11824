using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using System.Text;

namespace Participatie.Web.Subscriptions;

/// <summary>An address that mail can be sent to, as somebody types it.</summary>
public static class EmailAddress
{
    /// <summary>RFC 5321, 4.5.3.1.3.</summary>
    private const int Longest = 254;

    public static bool TryRead(string? typed, [NotNullWhen(true)] out string? address)
    {
        address = typed?.Trim();
        // No name beside it, no list, and a machine that is not next door.
        var good = address is { Length: > 0 and <= Longest }
            && Ascii.IsValid(address)
            && MailAddress.TryCreate(address, out var read)
            && string.Equals(read.Address, address, StringComparison.OrdinalIgnoreCase)
            && read.Host.Contains('.', StringComparison.Ordinal)
            && Uri.CheckHostName(read.Host) == UriHostNameType.Dns;
        if (!good)
            address = null;
        return good;
    }
}
