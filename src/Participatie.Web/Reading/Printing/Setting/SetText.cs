using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Reading.Printing.Fonts;
using Participatie.Web.Reading.Printing.Pdf;

namespace Participatie.Web.Reading.Printing.Setting;

/// <summary>A text in lines, ready to be placed one by one.</summary>
public sealed class SetText
{
    private const double Underline = 0.6;
    private const string LinkInk = "0.03 0.31 0.22";

    private readonly TaggedDocument document;
    private readonly TextStyle style;
    private readonly List<Sign> signs;
    private readonly Tag tag;
    private readonly Dictionary<object, Tag> inner = new(ReferenceEqualityComparer.Instance);

    /// <summary>Divides a text in lines.</summary>
    /// <param name="tag">What the text belongs to.</param>
    public SetText(TaggedDocument document, TextBlock text, double width, Tag tag)
    {
        (this.document, this.tag, style) = (document, tag, text.Style);
        signs = Signs.Of(text.Runs, style.Bold, document.Fonts);
        Lines = Setting.Lines.Of(signs, width * 1000 / style.Size);
    }

    public IReadOnlyList<Range> Lines { get; }

    public double Height => Lines.Count * style.Leading;

    public double WidestLine => Lines.Count == 0 ? 0 : Setting.Lines.WidthsOf(signs).Line * style.Size / 1000;

    /// <summary>Writes a line.</summary>
    /// <param name="isAside">Whether it was said before, and only repeats here.</param>
    public void Place(Page page, Range line, double left, double top, bool isAside = false)
    {
        var baseline = Page.Height - top - (style.Leading / 2) - (style.Size * 0.36);
        var (begin, end) = (line.Start.Value, line.End.Value);
        while (begin < end)
        {
            var (run, font) = (signs[begin].Run, signs[begin].Font);
            var after = begin;
            while (after < end && ReferenceEquals(signs[after].Run, run) && signs[after].Font == font)
                after++;
            left = Place(page, signs.GetRange(begin, after - begin), run, font, left, baseline, isAside);
            begin = after;
        }
    }

    private double Place(Page page, List<Sign> piece, Run run, EmbeddedFont font, double left, double baseline, bool isAside)
    {
        ushort[] numbers = [.. piece.Select(sign => sign.Number)];
        var width = piece.Sum(sign => sign.Width) * style.Size / 1000;
        var ink = run.Link is null ? style.Ink : LinkInk;
        if (isAside)
        {
            page.WriteAside("/Type/Pagination", font.Resource, style.Size, ink, left, baseline, numbers);
            return left + width;
        }

        var own = TagOf(run);
        page.Write(own, font.Resource, style.Size, ink, left, baseline, numbers);
        if (run.Link is { } link && width > 0)
        {
            page.Fill(int.MaxValue, ink, left, baseline - 2, width, Underline);
            document.AddLink(page, own, PdfText.Box(left, baseline - 3, left + width, baseline + style.Size), link.Address, run.Text);
        }

        return left + width;
    }

    private Tag TagOf(Run run)
    {
        if ((run.Link ?? (object?)(run.Look.Mono ? run : null)) is not { } key)
            return tag;

        if (!inner.TryGetValue(key, out var own))
            inner[key] = own = tag.Add(run.Link is null ? "Code" : "Link");
        return own;
    }
}
