using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Participatie.Web.Shared;

/// <summary>Puts the headings of a Markdown text below the h1 of the page and gives them ids to link to.</summary>
public static class HeadingIds
{
    private const int Lowest = 6;

    /// <summary>Markdig has an extension for this, but it grows slow with the square of equal headings.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="anchors">What the ids begin with; null for no ids.</param>
    public static void Place(MarkdownDocument document, string? anchors)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + 1, Lowest);
            if (anchors is not null)
                heading.GetAttributes().Id = anchors + Unused(Slug.From(TextOf(heading)), used);
        }
    }

    private static string Unused(string slug, Dictionary<string, int> used)
    {
        var id = slug.Length == 0 ? "kop" : slug;
        var times = used[id] = used.GetValueOrDefault(id) + 1;
        return times == 1 ? id : Unused($"{id}-{times}", used);
    }

    private static string TextOf(HeadingBlock heading) =>
        heading.Inline is { } inline ? string.Concat(inline.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())) : "";
}
