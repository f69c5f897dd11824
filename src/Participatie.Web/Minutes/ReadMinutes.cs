using Markdig;
using Markdig.Syntax;
using Participatie.Web.Data;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes;

/// <summary>A text of minutes, understood.</summary>
/// <param name="Markdown">The text.</param>
/// <param name="Html">As readers see it, with the results in it.</param>
/// <param name="Records">What it records, and what is wrong in it.</param>
/// <param name="Story">What happened in the meeting.</param>
public sealed record MinutesText(string Markdown, string Html, MinutesRecords Records, MeetingStory Story);

/// <summary>Reads a text of minutes against the log of its meeting: results come from there, whatever the text says.</summary>
public sealed class ReadMinutes(RecordReader reader, RecordWords words, Fragments fragments)
{
    private readonly MarkdownPipeline pipeline = SafeMarkdown.Build(new MinutesMarkup(words));

    public async Task<MinutesText> RunAsync(IReadOnlyList<Event> events, string text)
    {
        var story = MeetingStory.Of(events);
        var results = await Task.WhenAll(story.Polls.Select(RenderAsync));

        var records = new MinutesRecords([], [], []);
        var html = SafeMarkdown.ToHtml(text, FrozenMinutes.Anchors, pipeline, document =>
        {
            records = reader.Read(document, text, story.Polls);
            foreach (var reference in document.Descendants<ResultBlock>())
                reference.Html = results.ElementAtOrDefault(reference.Number - 1) ?? "";
        });
        return new MinutesText(text, html, records, story);
    }

    private Task<string> RenderAsync(PollStory poll) =>
        fragments.RenderAsync<MinutesResult>(new(StringComparer.Ordinal) { [nameof(MinutesResult.Poll)] = poll });
}
