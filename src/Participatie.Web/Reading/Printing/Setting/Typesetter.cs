using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Reading.Printing.Pdf;

namespace Participatie.Web.Reading.Printing.Setting;

/// <summary>Sets blocks one below the other on sheets, and says of each what it is.</summary>
/// <param name="pictures">Those that can be shown, by their address.</param>
public sealed class Typesetter(Sheets sheets, IReadOnlyDictionary<string, Picture> pictures)
{
    private const string Line = "0.75 0.72 0.66";
    private const double AfterList = 9;
    private const double AfterFrame = 14;
    private const double BetweenEntries = 4;
    private const double DotsToPoints = 0.75;
    private const double HighestPicture = 420;

    private readonly TableSetter tables = new(sheets);

    public void Set(IReadOnlyList<Block> blocks, Tag parent)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case TextBlock text: Set(text, parent); break;
                case ListBlock list: Set(list, parent); break;
                case FrameBlock frame: Set(frame, parent); break;
                case TableBlock table: tables.Set(table, parent.Add("Table")); break;
                case PictureBlock picture: Set(picture, parent); break;
                case RuleBlock: SetRule(); break;
            }
        }
    }

    private void Set(TextBlock block, Tag parent)
    {
        var style = block.Style;
        var text = new SetText(sheets.Document, block, sheets.Width, parent.Add(style.Tag));
        sheets.Leave(style.Before);
        sheets.Need(Together(text.Lines.Count, style));
        Mark(block);
        for (var line = 0; line < text.Lines.Count; line++)
        {
            // The last two lines stay together, unless all is one line.
            sheets.Need(line == text.Lines.Count - 2 ? 2 * style.Leading : style.Leading);
            text.Place(sheets.Page, text.Lines[line], sheets.Left, sheets.Y);
            sheets.Pass(style.Leading);
        }

        sheets.Leave(style.After);
    }

    /// <summary>How much must fit here to begin at all.</summary>
    private static double Together(int lines, TextStyle style) => style.KeepsNext
        ? (lines * style.Leading) + style.After + (3 * TextStyle.Paragraph.Leading)
        : (lines <= 3 ? lines : 2) * style.Leading;

    private void Mark(TextBlock block)
    {
        var place = sheets.FromBottom + 6;
        if (block.Anchor is { } anchor)
            sheets.Document.AddAnchor(anchor, sheets.Page, place);
        if (block.Style.Level > 0)
            sheets.Document.AddHeadline(block.Style.Level, block.Text.ReplaceLineEndings(" "), sheets.Page, place);
    }

    private void Set(ListBlock list, Tag parent)
    {
        var tag = parent.Add("L", $"/O/List/ListNumbering/{list.Numbering}");
        foreach (var entry in list.Entries)
        {
            var item = tag.Add("LI");
            SetLabel(entry.Label, list.Indent, item);
            var left = sheets.Indent(list.Indent);
            Set(entry.Body, item.Add("LBody"));
            sheets.Return(left);
            sheets.Leave(BetweenEntries);
        }

        sheets.Leave(AfterList);
    }

    /// <summary>Stands at the left of what it belongs to, or above it when it is too long for that.</summary>
    private void SetLabel(TextBlock label, double indent, Tag item)
    {
        var text = new SetText(sheets.Document, label, sheets.Width, item.Add("Lbl"));
        sheets.Need(2 * label.Style.Leading);
        if (text.Lines is [var only] && text.WidestLine <= indent)
        {
            text.Place(sheets.Page, only, sheets.Left, sheets.Y);
            return;
        }

        foreach (var line in text.Lines)
        {
            sheets.Need(label.Style.Leading);
            text.Place(sheets.Page, line, sheets.Left, sheets.Y);
            sheets.Pass(label.Style.Leading);
        }
    }

    private void Set(FrameBlock frame, Tag parent)
    {
        sheets.Leave(AfterFrame);
        sheets.OpenFrame(frame.Style);
        if (frame.Anchor is { } anchor)
            sheets.Document.AddAnchor(anchor, sheets.Page, sheets.FromBottom);
        Set(frame.Body, parent.Add(frame.Tag));
        sheets.CloseFrame();
        sheets.Leave(AfterFrame);
    }

    private void SetRule()
    {
        sheets.Leave(AfterFrame);
        sheets.Need(1);
        sheets.Page.Fill(sheets.Depth, Line, sheets.Left, sheets.FromBottom, sheets.Width, 0.8);
        sheets.Pass(1);
        sheets.Leave(AfterFrame);
    }

    private void Set(PictureBlock block, Tag parent)
    {
        if (!pictures.TryGetValue(block.Address, out var picture))
        {
            Set(TextBlock.Of(TextStyle.Paragraph, block.Description, new Hyperlink(block.Address)), parent);
            return;
        }

        var scale = Math.Min(DotsToPoints, Math.Min(sheets.Width / picture.Width, HighestPicture / picture.Height));
        var (width, height) = (scale * picture.Width, scale * picture.Height);
        sheets.Leave(AfterList);
        sheets.Need(height);
        var bottom = sheets.FromBottom - height;
        var figure = new Tag("Figure") { Description = block.Description, Attributes = $"/O/Layout/BBox{PdfText.Box(sheets.Left, bottom, sheets.Left + width, bottom + height)}" };
        sheets.Page.Show(parent.Add(figure), sheets.Document.Use(picture), sheets.Left, bottom, width, height);
        sheets.Pass(height);
        sheets.Leave(AfterList);
    }
}
