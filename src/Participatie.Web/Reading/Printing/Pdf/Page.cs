using System.Text;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>One page. Places are in points, from its left and its bottom.</summary>
/// <param name="number">Of its object.</param>
public sealed class Page(int number)
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly StringBuilder text = new();
    private readonly List<(int Depth, string Drawing)> decoration = [];
    private readonly List<Tag> pieces = [];
    private Tag? open;

    public int Number => number;

    /// <summary>What each tagged piece of this page belongs to, in the order of the pieces.</summary>
    public IReadOnlyList<Tag> Pieces => pieces;

    public List<PlacedLink> Links { get; } = [];

    /// <summary>Writes signs on a line.</summary>
    /// <param name="tag">What they belong to.</param>
    /// <param name="font">As its resource is called.</param>
    public void Write(Tag tag, string font, double size, string ink, double x, double y, ReadOnlySpan<ushort> signs)
    {
        Enter(tag);
        Append(text, font, size, ink, x, y, signs);
    }

    /// <summary>Shows a picture as high and as wide as the rectangle.</summary>
    public void Show(Tag tag, string picture, double x, double y, double width, double height)
    {
        Enter(tag);
        text.Append("q ").Append(PdfText.Number(width)).Append(" 0 0 ").Append(PdfText.Number(height)).Append(' ')
            .Append(PdfText.Number(x)).Append(' ').Append(PdfText.Number(y)).Append(" cm /").Append(picture).Append(" Do Q\n");
    }

    /// <summary>Writes what repeats on pages and is no part of the text, such as <c>/Type/Pagination</c>.</summary>
    public void WriteAside(string kind, string font, double size, string ink, double x, double y, ReadOnlySpan<ushort> signs)
    {
        Leave();
        text.Append("/Artifact<<").Append(kind).Append(">>BDC\n");
        Append(text, font, size, ink, x, y, signs);
        text.Append("EMC\n");
    }

    /// <summary>Draws a filled rectangle below the text.</summary>
    /// <param name="depth">What is deeper is drawn later.</param>
    public void Fill(int depth, string ink, double x, double y, double width, double height) => decoration.Add((
        depth, $"{ink} rg {PdfText.Number(x)} {PdfText.Number(y)} {PdfText.Number(width)} {PdfText.Number(height)} re f\n"));

    public byte[] ToContent()
    {
        Leave();
        var drawing = new StringBuilder("/Artifact<</Type/Layout>>BDC\n");
        drawing.AppendJoin("", decoration.OrderBy(part => part.Depth).Select(part => part.Drawing)).Append("EMC\n").Append(text);
        return Encoding.ASCII.GetBytes(drawing.ToString());
    }

    private void Enter(Tag tag)
    {
        if (open == tag)
            return;

        Leave();
        text.Append('/').Append(tag.Kind).Append("<</MCID ").Append(PdfText.Number(pieces.Count)).Append(">>BDC\n");
        tag.Add(number, pieces.Count);
        pieces.Add(tag);
        open = tag;
    }

    private void Leave()
    {
        if (open is not null)
            text.Append("EMC\n");
        open = null;
    }

    private static void Append(StringBuilder content, string font, double size, string ink, double x, double y, ReadOnlySpan<ushort> signs)
    {
        content.Append("BT /").Append(font).Append(' ').Append(PdfText.Number(size)).Append(" Tf ").Append(ink).Append(" rg ")
            .Append(PdfText.Number(x)).Append(' ').Append(PdfText.Number(y)).Append(" Td <");
        foreach (var sign in signs)
        {
            for (var shift = 12; shift >= 0; shift -= 4)
                content.Append("0123456789ABCDEF"[(sign >> shift) & 15]);
        }

        content.Append("> Tj ET\n");
    }
}

/// <summary>Where a page leads elsewhere.</summary>
/// <param name="Number">Of its object.</param>
/// <param name="Box">As <see cref="PdfText.Box"/> writes it.</param>
/// <param name="Text">What can be clicked.</param>
public sealed record PlacedLink(int Number, string Box, string Address, string Text);
