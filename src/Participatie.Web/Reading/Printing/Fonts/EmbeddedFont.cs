using System.Globalization;
using System.Text;
using Participatie.Web.Reading.Printing.Pdf;

namespace Participatie.Web.Reading.Printing.Fonts;

/// <summary>
/// A typeface in one document. Each sign gets a number of its own for each text that it stands for, so that a copy of the
/// text, and a voice that reads it, get what was written even where one box stands for every sign that we cannot draw.
/// </summary>
/// <param name="number">Counts the fonts of the document.</param>
public sealed class EmbeddedFont(Typeface typeface, int number)
{
    private const int MostInOneBlock = 100;

    private readonly TypefaceSubset subset = new(typeface);
    private readonly List<(int Glyph, string Text)> signs = [(0, "\uFFFD")];
    private readonly Dictionary<(int Glyph, string Text), ushort> numbers = [];

    /// <summary>What pages call it.</summary>
    public string Resource => string.Create(CultureInfo.InvariantCulture, $"F{number}");

    public Typeface Typeface => typeface;

    /// <summary>Null when the document has used up all numbers of this font.</summary>
    public ushort? SignOf(int glyph, string text)
    {
        if (numbers.TryGetValue((glyph, text), out var known))
            return known;
        if (signs.Count > ushort.MaxValue)
            return null;

        signs.Add((glyph, text));
        return numbers[(glyph, text)] = (ushort)(signs.Count - 1);
    }

    /// <summary>Writes it; returns the number of the object that pages refer to.</summary>
    public int WriteTo(PdfFile file)
    {
        var name = $"/{Letters()}+{typeface.Name}";
        var glyphs = signs.SelectMany(sign => { var glyph = subset.Keep(sign.Glyph); return new[] { (byte)(glyph >> 8), (byte)glyph }; }).ToArray();
        var program = subset.ToFile();
        var content = file.AddStream($"/Length1 {program.Length.ToString(CultureInfo.InvariantCulture)}", program);
        var angle = typeface.IsItalic ? -12 : 0;
        var descriptor = file.Add(
            $"<</Type/FontDescriptor/FontName{name}/Flags {(typeface.IsItalic ? 68 : 4)}/FontBBox[{string.Join(' ', typeface.Box)}]/ItalicAngle {angle}"
            + $"/Ascent {typeface.Ascent}/Descent {typeface.Descent}/CapHeight 714/StemV 80/FontFile2 {content} 0 R>>");
        var widths = string.Join(' ', signs.Select(sign => typeface.WidthOf(sign.Glyph)));
        var descendant = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {descriptor} 0 R/DW 600/W[0[{widths}]]/CIDToGIDMap {file.AddStream("", glyphs)} 0 R>>");
        return file.Add(
            $"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {file.AddStream("", Encoding.ASCII.GetBytes(Meanings()))} 0 R>>");
    }

    /// <summary>Six letters mark a font as a part of one, and tell parts of the same one apart.</summary>
    private string Letters() => "VERSA" + (char)('A' + number);

    private string Meanings()
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange

            """);
        foreach (var block in signs.Select((sign, index) => (sign.Text, index)).Chunk(MostInOneBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (text, index) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{index:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}
