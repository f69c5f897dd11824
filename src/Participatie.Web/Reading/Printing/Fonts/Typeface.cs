using System.Buffers.Binary;
using System.Text;

namespace Participatie.Web.Reading.Printing.Fonts;

/// <summary>A TrueType font as it was made. Only the parts that printing needs are read.</summary>
public sealed class Typeface
{
    private const int TableEntry = 16;
    private const int FullUnicode = 12;

    private readonly byte[] data;
    private readonly Dictionary<string, Range> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int widths;

    /// <summary>Reads a font file.</summary>
    /// <param name="name">What programs call it.</param>
    public Typeface(string name, byte[] data)
    {
        (Name, this.data) = (name, data);
        for (var table = 0; table < UInt16(data, 4); table++)
        {
            var entry = data.AsSpan(12 + (TableEntry * table), TableEntry);
            var begin = (int)UInt32(entry, 8);
            tables.Add(Encoding.ASCII.GetString(entry[..4]), begin..(begin + (int)UInt32(entry, 12)));
        }

        UnitsPerEm = UInt16(Table("head"), 18);
        widths = UInt16(Table("hhea"), 34);
        ReadGlyphs();
    }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Ascent => PerThousand(Int16(Table("hhea"), 4));

    public int Descent => PerThousand(Int16(Table("hhea"), 6));

    public bool IsItalic => (UInt16(Table("head"), 44) & 2) != 0;

    /// <summary>Left, bottom, right and top of a box that holds every sign, in thousandths of the size.</summary>
    public IReadOnlyList<int> Box => [Edge(36), Edge(38), Edge(40), Edge(42)];

    /// <summary>The number of the drawing of a character; null when this typeface has none.</summary>
    public int? GlyphOf(Rune character) => glyphs.TryGetValue(character.Value, out var glyph) ? glyph : null;

    /// <summary>In thousandths of the size.</summary>
    public int WidthOf(int glyph) => PerThousand(UInt16(Table("hmtx"), 4 * Math.Min(glyph, widths - 1)));

    /// <summary>The four bytes that tell the width and the white before a drawing.</summary>
    public ReadOnlySpan<byte> MetricsOf(int glyph) => Table("hmtx").Slice(4 * Math.Min(glyph, widths - 1), 4);

    /// <summary>The drawing itself; empty for a space.</summary>
    public ReadOnlySpan<byte> DrawingOf(int glyph)
    {
        var places = Table("loca");
        var (begin, end) = Int16(Table("head"), 50) == 0
            ? (2 * UInt16(places, 2 * glyph), 2 * UInt16(places, 2 * (glyph + 1)))
            : ((int)UInt32(places, 4 * glyph), (int)UInt32(places, 4 * (glyph + 1)));
        return Table("glyf")[begin..end];
    }

    public ReadOnlySpan<byte> Table(string name) => tables.TryGetValue(name, out var range) ? data.AsSpan(range) : [];

    private int PerThousand(int units) => (int)Math.Round(1000d * units / UnitsPerEm);

    private int Edge(int place) => PerThousand(Int16(Table("head"), place));

    private void ReadGlyphs()
    {
        var map = Table("cmap");
        for (var number = 0; number < UInt16(map, 2); number++)
        {
            var part = map[(int)UInt32(map, 8 + (8 * number))..];
            if (UInt16(part, 0) != FullUnicode)
                continue;

            for (var group = 0; group < UInt32(part, 12); group++)
                ReadGroup(part.Slice(16 + (12 * group), 12));
            return;
        }

        throw new InvalidDataException($"{Name} does not say which characters it has.");
    }

    private void ReadGroup(ReadOnlySpan<byte> group)
    {
        var (first, last, glyph) = ((int)UInt32(group, 0), (int)UInt32(group, 4), (int)UInt32(group, 8));
        for (var character = first; character <= last; character++)
            glyphs[character] = glyph + character - first;
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, int place) => BinaryPrimitives.ReadUInt16BigEndian(bytes[place..]);

    private static int Int16(ReadOnlySpan<byte> bytes, int place) => BinaryPrimitives.ReadInt16BigEndian(bytes[place..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int place) => BinaryPrimitives.ReadUInt32BigEndian(bytes[place..]);
}
