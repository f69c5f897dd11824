using System.Net;
using System.Text.RegularExpressions;

namespace Participatie.Web.Shared;

/// <summary>Our own HTML as text without any: what somebody reads, a line for each block.</summary>
public static partial class PlainText
{
    public static string OfMarkdown(string markdown) => OfHtml(SafeMarkdown.ToHtml(markdown).ToString()!);

    /// <summary>Every tag is closed in it, and every sign that is none is escaped, for this program made it.</summary>
    public static string OfHtml(string html) =>
        EmptyLines().Replace(WebUtility.HtmlDecode(Tag().Replace(html, static tag => tag.Groups["inline"].Success ? "" : "\n")), "\n").Trim();

    /// <summary>A tag; one that stands inside a line parts no words.</summary>
    [GeneratedRegex("</?(?:(?<inline>a|b|code|em|i|span|strong|sub|sup|time)\\b)?[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyLines();
}
