using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Participatie.Web.Minutes.Markup;

/// <summary>A decision or an action item as a part of the page that can be pointed at: <c>#verslag-besluit-1</c>.</summary>
public sealed class RecordRenderer(RecordWords words) : HtmlObjectRenderer<RecordBlock>
{
    protected override void Write(HtmlRenderer renderer, RecordBlock obj)
    {
        renderer.EnsureLine();
        if (obj.Meaning is not { } record)
        {
            renderer.WriteLine("<div class=\"record wrong\">");
            renderer.WriteChildren(obj);
            renderer.WriteLine("</div>");
            return;
        }

        var kind = record is ActionRecord ? RecordWords.Action : RecordWords.Decision;
        renderer.WriteLine($"<section class=\"record {kind}\" id=\"{FrozenMinutes.Anchors}{kind}-{record.Number}\">");
        renderer.Write("<p class=\"record-name\">").WriteEscape(words.Heading(record)).WriteLine("</p>");
        renderer.WriteChildren(obj);
        WriteFacts(renderer, words.Facts(record));
        renderer.WriteLine("</section>");
    }

    private static void WriteFacts(HtmlRenderer renderer, IReadOnlyList<(string Name, string Value)> facts)
    {
        if (facts.Count == 0)
            return;

        renderer.WriteLine("<dl class=\"facts\">");
        foreach (var (name, value) in facts)
            renderer.Write("<dt>").WriteEscape(name).Write("</dt><dd>").WriteEscape(value).WriteLine("</dd>");
        renderer.WriteLine("</dl>");
    }
}

public sealed class ResultRenderer : HtmlObjectRenderer<ResultBlock>
{
    protected override void Write(HtmlRenderer renderer, ResultBlock obj) => renderer.EnsureLine().WriteLine(obj.Html);
}
