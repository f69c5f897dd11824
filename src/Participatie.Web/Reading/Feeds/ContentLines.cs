using System.Globalization;
using System.Text;

namespace Participatie.Web.Reading.Feeds;

/// <summary>
/// The lines of an iCalendar file (RFC 5545, section 3.1): each ends with CRLF and is folded between characters, so that
/// none is longer than 75 octets of UTF-8.
/// </summary>
public sealed class ContentLines
{
    private const int LongestLine = 75;

    private readonly StringBuilder file = new();

    /// <summary>Adds a property whose value needs no escaping, such as a number or an address.</summary>
    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var character in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + character.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(character.ToString());
            octets += character.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    /// <summary>Adds a property that holds what people typed.</summary>
    public void AddText(string name, string text) => Add(name, Escape(text));

    /// <summary>Adds a moment in universal time.</summary>
    public void AddInstant(string name, DateTimeOffset instant) => Add(name, $"{Write(instant.UtcDateTime)}Z");

    /// <summary>Adds a date and a time on the clock of a time zone.</summary>
    public void AddClock(string name, string timeZone, DateTime clock) => Add($"{name};TZID={timeZone}", Write(clock));

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(file.ToString());

    private static string Write(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");
}
