using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Participatie.Web.Reading.Printing.Fonts;

namespace Participatie.Web.Reading.Printing.Blocks;

/// <summary>
/// Reads minutes as they were frozen. An element that it does not know is read through, so that no word of it is lost.
/// </summary>
public sealed class BlockReader
{
    private readonly Words words = new();
    private List<Block> blocks = [];
    private TextStyle style = TextStyle.Paragraph;
    private int level = 1; // of the title of the document; a heading is never more than one below the one before

    private BlockReader()
    {
    }

    public static IReadOnlyList<Block> Read(string html)
    {
        var reader = new BlockReader();
        return reader.Within(new HtmlParser().ParseDocument(html).Body!, TextStyle.Paragraph, default, null);
    }

    /// <summary>The blocks inside an element; loose text in it is a paragraph.</summary>
    private List<Block> Within(INode parent, TextStyle inside, Look look, Hyperlink? link)
    {
        Flush();
        var (outerBlocks, outerStyle) = (blocks, style);
        (blocks, style) = ([], inside);
        Read(parent, look, link);
        Flush();
        var read = blocks;
        (blocks, style) = (outerBlocks, outerStyle);
        return read;
    }

    private void Read(INode parent, Look look, Hyperlink? link)
    {
        if (parent is IText text)
            words.Add(text.Data, look, link);
        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement element)
                Read(element, look, link);
            else
                Read(child, look, link);
        }
    }

    private void Read(IElement element, Look look, Hyperlink? link)
    {
        switch (element.LocalName)
        {
            case "strong" or "b": Read((INode)element, look with { Bold = true }, link); break;
            case "em" or "i": Read((INode)element, look with { Italic = true }, link); break;
            case "code": Read((INode)element, look with { Mono = true }, link); break;
            case "a": Read((INode)element, look, element.GetAttribute("href") is { Length: > 0 } address ? new Hyperlink(address) : link); break;
            case "br": words.BreakLine(); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": AddText(element, Heading(element), look, link); break;
            case "p": AddText(element, Paragraph(element), look, link); break;
            case "pre": AddCode(element, look); break;
            case "ul" or "ol" or "dl": Add(Lists(look, link).Read(element)); break;
            case "table": Add(new TableReader(cell => Inline(cell, look, link)).Read(element)); break;
            case "blockquote": Add(new FrameBlock(FrameStyle.Quote, "BlockQuote", Within(element, style, look with { Italic = true }, link))); break;
            case "hr": Add(new RuleBlock()); break;
            case "img": Add(new PictureBlock(element.GetAttribute("src") ?? "", element.GetAttribute("alt") ?? "")); break;
            case "div" or "section" when element.ClassList.Contains("record") || element.ClassList.Contains("result"):
                Add(new FrameBlock(FrameStyle.Record, "Sect", Within(element, style, look, link), element.Id));
                break;
            case "div" or "section" or "article": blocks.AddRange(Within(element, style, look, link)); break;
            default: Read((INode)element, look, link); break;
        }
    }

    private void AddText(IElement element, TextStyle own, Look look, Hyperlink? link)
    {
        var read = Within(element, own, look, link);
        if (read.Count > 0 && read[0] is TextBlock first)
            read[0] = first with { Anchor = element.Id };
        blocks.AddRange(read);
    }

    private TextStyle Heading(IElement element)
    {
        level = Math.Min(element.LocalName[1] - '0', level + 1);
        return TextStyle.Heading(level);
    }

    private TextStyle Paragraph(IElement element) =>
        element.ClassList.Contains("record-name") ? TextStyle.Label
        : element.ClassList.Contains("meta") ? TextStyle.Small
        : element.ClassList.Contains("verdict") ? TextStyle.Strong
        : style == TextStyle.Item ? TextStyle.Paragraph
        : style;

    private ListReader Lists(Look look, Hyperlink? link) => new(entry => Within(entry, TextStyle.Item, look, link), name => Inline(name, look, link));

    private void AddCode(IElement element, Look look)
    {
        Flush();
        words.AddExactly(element.TextContent.Trim('\n'), look with { Mono = true }, null);
        var runs = words.Take();
        if (runs.Count > 0)
            Add(new FrameBlock(FrameStyle.Code, "Div", [new TextBlock(TextStyle.Code, runs)]));
    }

    /// <summary>The text of an element where there is no room for blocks: a picture is then a link to it.</summary>
    private List<Run> Inline(IElement element, Look look, Hyperlink? link)
    {
        var runs = new List<Run>();
        foreach (var block in Within(element, style, look, link))
        {
            if (runs.Count > 0)
                runs.Add(new Run("\n"));
            runs.AddRange(block switch
            {
                TextBlock text => text.Runs,
                PictureBlock picture => [new Run(picture.Description, look, new Hyperlink(picture.Address))],
                _ => [],
            });
        }

        return runs;
    }

    private void Add(Block block)
    {
        Flush();
        blocks.Add(block);
    }

    private void Flush()
    {
        var runs = words.Take();
        if (runs.Count > 0)
            blocks.Add(new TextBlock(style, runs));
    }
}
