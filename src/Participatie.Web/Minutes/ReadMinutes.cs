using System.Globalization;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes;

/// <summary>A text of minutes, understood.</summary>
/// <param name="Markdown">The text.</param>
/// <param name="Html">As readers see it, with the results in it.</param>
/// <param name="Records">What it records, and what is wrong in it.</param>
/// <param name="Story">What happened in the meeting.</param>
/// <param name="Attachments">The files that it refers to.</param>
public sealed record MinutesText(string Markdown, string Html, MinutesRecords Records, MeetingStory Story, IReadOnlyList<Attachment> Attachments);

/// <summary>Reads a text of minutes against the log of its meeting: results come from there, whatever the text says.</summary>
public sealed class ReadMinutes(RecordReader reader, AttachmentLinks links, RecordWords words, Fragments fragments)
{
    private readonly MarkdownPipeline pipeline = SafeMarkdown.Build(new MinutesMarkup(words));

    public async Task<MinutesText> RunAsync(MinutesSource source, string text)
    {
        var story = MeetingStory.Of(source.Events);
        var results = await Task.WhenAll(story.Polls.Select(RenderAsync));

        var records = new MinutesRecords([], [], []);
        var (attached, mistakes) = (new HashSet<Attachment>(), new List<Mistake>());
        var html = SafeMarkdown.ToHtml(
            text,
            FrozenMinutes.Anchors,
            pipeline,
            document =>
            {
                records = reader.Read(document, text, story.Polls);
                foreach (var reference in document.Descendants<ResultBlock>())
                    reference.Html = results.ElementAtOrDefault(reference.Number - 1) ?? "";
                Number(document);
            },
            link => links.Attach(link, source.Attachments, attached, mistakes));
        records = records with { Mistakes = [.. records.Mistakes.Concat(mistakes).OrderBy(mistake => mistake.Line)] };
        return new MinutesText(text, html, records, story, [.. attached]);
    }

    /// <summary>Each paragraph of the text itself has a number and a place to point at, so that it can be cited.</summary>
    private static void Number(MarkdownDocument document)
    {
        foreach (var (index, paragraph) in document.OfType<ParagraphBlock>().Index())
        {
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            paragraph.GetAttributes().Id = $"{FrozenMinutes.ParagraphAnchors}{number}";
            paragraph.GetAttributes().AddProperty("data-number", number);
        }
    }

    private Task<string> RenderAsync(PollStory poll) =>
        fragments.RenderAsync<MinutesResult>(new(StringComparer.Ordinal) { [nameof(MinutesResult.Poll)] = poll });
}
