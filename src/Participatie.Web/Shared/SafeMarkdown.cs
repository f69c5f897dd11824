using System.Net;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Participatie.Web.Shared;

/// <summary>
/// Markdown that people typed, as HTML that is safe to show: HTML in it stays text, images become their description and
/// a link leads only to where <see cref="SafeLink"/> allows. The parsed tree is changed, not the text, so that no
/// spelling of a link slips through.
/// </summary>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseAutoLinks()
        .Build();

    /// <summary>Renders a text.</summary>
    /// <param name="markdown">What somebody typed.</param>
    /// <param name="anchors">
    /// What the ids of its headings begin with, so that they differ from every other id on the page; null for no ids.
    /// </param>
    public static IHtmlContent ToHtml(string markdown, string? anchors = null) => new HtmlString(Render(markdown, anchors));

    private static string Render(string markdown, string? anchors)
    {
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
                Place(heading, anchors);
            foreach (var link in document.Descendants<LinkInline>().ToList())
                Check(link, anchors);
            foreach (var link in document.Descendants<AutolinkInline>().ToList())
                Check(link);
            foreach (var table in document.Descendants<Table>())
                MarkdownTables.Dress(table);
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses text that nests hundreds of levels deep. Nobody means that; it is still shown.
            return $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>";
        }
    }

    /// <summary>The page has the h1, so headings in a text start at h2.</summary>
    private static void Place(HeadingBlock heading, string? anchors)
    {
        heading.Level = Math.Min(heading.Level + 1, 6);
        var attributes = heading.GetAttributes();
        attributes.Id = anchors is null || attributes.Id is null ? null : anchors + attributes.Id;
    }

    private static void Check(LinkInline link, string? anchors)
    {
        if (link.GetDynamicUrl?.Invoke() is { } dynamic)
            (link.Url, link.GetDynamicUrl) = (dynamic, null);

        if (link.IsImage || !SafeLink.Allows(link.Url))
            link.ReplaceBy(new ContainerInline());
        else if (link.Url!.StartsWith('#'))
            link.Url = $"#{anchors}{link.Url[1..]}";
        else if (SafeLink.LeadsOutside(link.Url))
            Distance(link);
    }

    private static void Check(AutolinkInline link)
    {
        if (link.IsEmail)
            return;

        if (!SafeLink.Allows(link.Url))
            link.ReplaceBy(new LiteralInline(link.Url));
        else if (SafeLink.LeadsOutside(link.Url))
            Distance(link);
    }

    private static void Distance(MarkdownObject link) => link.GetAttributes().AddProperty("rel", "nofollow noopener");
}
