using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Participatie.Web.Shared;

/// <summary>
/// Markdown that people typed, as HTML that is safe to show: HTML in it stays text, images from elsewhere become their
/// description and a link leads only to where <see cref="SafeLink"/> allows. The parsed tree is changed, not the text, so that no
/// spelling of a link slips through.
/// </summary>
public static class SafeMarkdown
{
    /// <summary>
    /// Markdig's work grows with the square of these, so that one text could keep a processor busy for minutes. Real minutes
    /// have a few dozen; a text with more is shown as it was typed.
    /// </summary>
    private const int MostLinks = 2_000;

    private const int MostEmphasis = 10_000;

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>What a text may hold; <paramref name="more"/> is what only some texts may.</summary>
    public static MarkdownPipeline Build(IMarkdownExtension? more = null)
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePipeTables()
            .UseAutoLinks()
            .UsePreciseSourceLocation();
        if (more is not null)
            builder.Extensions.Add(more);
        return builder.Build();
    }

    /// <summary>Renders a text.</summary>
    /// <param name="markdown">What somebody typed.</param>
    /// <param name="anchors">
    /// What the ids of its headings begin with, so that they differ from every other id on the page; null for no ids.
    /// </param>
    public static IHtmlContent ToHtml(string markdown, string? anchors = null) => new HtmlString(ToHtml(markdown, anchors, Pipeline, static _ => { }));

    /// <summary>Renders a text with a pipeline of <see cref="Build"/>.</summary>
    /// <param name="complete">Looks at the tree, and fills in what only the caller knows, before it is rendered.</param>
    /// <param name="attach">
    /// Points a link or a picture at a file that belongs to the text and says true; false when it is no such thing. Only
    /// these pictures are shown.
    /// </param>
    public static string ToHtml(
        string markdown, string? anchors, MarkdownPipeline pipeline, Action<MarkdownDocument> complete, Predicate<LinkInline>? attach = null)
    {
        if (markdown.AsSpan().Count('[') > MostLinks || markdown.AsSpan().CountAny('*', '_') > MostEmphasis)
            return AsTyped(markdown);

        try
        {
            var document = Markdown.Parse(markdown, pipeline);
            HeadingIds.Place(document, anchors);
            foreach (var link in document.Descendants<LinkInline>().ToList())
            {
                if (link.GetDynamicUrl?.Invoke() is { } dynamic)
                    (link.Url, link.GetDynamicUrl) = (dynamic, null);
                if (attach?.Invoke(link) is not true)
                    Check(link, anchors);
            }

            foreach (var link in document.Descendants<AutolinkInline>().ToList())
                Check(link);
            foreach (var table in document.Descendants<Table>())
                MarkdownTables.Dress(table);
            complete(document);
            return document.ToHtml(pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses text that nests hundreds of levels deep. Nobody means that; it is still shown.
            return AsTyped(markdown);
        }
    }

    private static string AsTyped(string markdown) => $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>";

    private static void Check(LinkInline link, string? anchors)
    {
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
