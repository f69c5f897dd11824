using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Participatie.Web.Shared;

namespace Participatie.Web.Verification.Anchors;

/// <summary>Where the log of a meeting stood: its last event.</summary>
public sealed record LogHead(Guid MeetingId, long Number, byte[] Hash);

/// <summary>
/// What holds the logs of all meetings to what they said by the end of a day, and carries on from the one before. Who keeps the fingerprint of a day
/// can have it shown that nothing of that day or before was changed, also by who runs the server.
/// </summary>
/// <param name="Text">Lines that end in a line feed: what it is, the day, the fingerprint before it (<c>-</c> for the first), and for each meeting with news its id, the number of its last event and the hash of that.</param>
/// <param name="Sha256">Of the text in UTF-8, lower-case hexadecimal.</param>
public sealed record Anchor(DateOnly Day, string Text, string Sha256, DateTimeOffset MadeAt)
{
    private const string Title = "participatie anchor 1";
    private const string First = "-";

    public static Anchor Of(DateOnly day, string? previous, IEnumerable<LogHead> heads, DateTimeOffset now)
    {
        var lines = heads
            .Select(head => string.Create(CultureInfo.InvariantCulture, $"{head.MeetingId} {head.Number} {Convert.ToHexStringLower(head.Hash)}"))
            .Order(StringComparer.Ordinal);
        var text = string.Concat(((string[])[Title, DutchTime.Machine(day), previous ?? First, .. lines]).Select(line => $"{line}\n"));
        return new Anchor(day, text, Fingerprint(text), now);
    }

    /// <summary>Does the text have its fingerprint, is it of this day, and does it carry on from the one before?</summary>
    public bool Fits(Anchor? before) =>
        string.Equals(Fingerprint(Text), Sha256, StringComparison.Ordinal)
        && Lines is [Title, var day, var previous, ..]
        && string.Equals(day, DutchTime.Machine(Day), StringComparison.Ordinal)
        && string.Equals(previous, before?.Sha256 ?? First, StringComparison.Ordinal);

    /// <summary>What it says of meetings, of a text that <see cref="Fits"/>.</summary>
    public IEnumerable<LogHead> Heads => Lines.Skip(3).Select(line => line.Split(' ')).Select(parts =>
        new LogHead(Guid.Parse(parts[0]), long.Parse(parts[1], CultureInfo.InvariantCulture), Convert.FromHexString(parts[2])));

    private string[] Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
