using System.Net;
using System.Text.RegularExpressions;

namespace Participatie.Web.Reading;

/// <summary>A heading in minutes.</summary>
/// <param name="Id">Where it stands on the page.</param>
public sealed record MinutesHeadline(string Id, string Text);

/// <summary>The contents of minutes, read from the HTML as it was frozen, so that their links always fit it.</summary>
public static partial class MinutesContents
{
    public static IReadOnlyList<MinutesHeadline> Of(string html) =>
        [.. Headings().Matches(html).Where((heading, index) => index > 0 || heading.Groups["level"].ValueSpan is "3").Select(Headline)];

    private static MinutesHeadline Headline(Match heading) =>
        new(heading.Groups["id"].Value, WebUtility.HtmlDecode(Tags().Replace(heading.Groups["text"].Value, "")));

    /// <summary>The page has an h1 of its own, so that the title of the minutes is an h2 and their chapters are h3.</summary>
    [GeneratedRegex("<h(?<level>[23]) id=\"(?<id>[^\"]+)\">(?<text>.*?)</h\\k<level>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Headings();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
