using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Participatie.Web.Minutes.Markup;

/// <summary>What Markdown lacks for minutes: blocks for a decision and for an action item, and a reference that shows a result.</summary>
public sealed class MinutesMarkup(RecordWords words) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(new RecordParser());
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(new ResultParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.AddIfNotAlready(new RecordRenderer(words));
        renderer.ObjectRenderers.AddIfNotAlready(new ResultRenderer());
    }
}
