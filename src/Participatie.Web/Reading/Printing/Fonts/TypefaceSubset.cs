using System.Buffers.Binary;
using System.Text;

namespace Participatie.Web.Reading.Printing.Fonts;

/// <summary>A typeface with only the drawings that a document uses, numbered anew: a document need not carry thousands.</summary>
public sealed class TypefaceSubset
{
    private const int ArgumentsAreWords = 0x1;
    private const int HasScale = 0x8;
    private const int MorePartsFollow = 0x20;
    private const int HasTwoScales = 0x40;
    private const int HasMatrix = 0x80;

    private readonly Typeface whole;
    private readonly List<int> kept = [];
    private readonly Dictionary<int, int> numbers = [];

    public TypefaceSubset(Typeface whole)
    {
        this.whole = whole;
        Keep(0); // what stands for a missing sign comes first in every font
    }

    /// <summary>The new number of a drawing.</summary>
    public int Keep(int glyph)
    {
        if (numbers.TryGetValue(glyph, out var number))
            return number;

        kept.Add(glyph);
        return numbers[glyph] = kept.Count - 1;
    }

    public byte[] ToFile()
    {
        var (drawings, places) = Drawings();
        var head = whole.Table("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // places are written in four bytes
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0); // the sum is of the whole file and nobody checks it in a document
        var header = whole.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(34), (ushort)kept.Count);
        var sizes = whole.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(sizes.AsSpan(4), (ushort)kept.Count);
        var metrics = kept.SelectMany(glyph => whole.MetricsOf(glyph).ToArray()).ToArray();
        return Assemble([("glyf", drawings), ("head", head), ("hhea", header), ("hmtx", metrics), ("loca", places), ("maxp", sizes), ("prep", whole.Table("prep").ToArray())]);
    }

    /// <summary>A drawing may be made of others, which are kept too while this goes on.</summary>
    private (byte[] Drawings, byte[] Places) Drawings()
    {
        using var drawings = new MemoryStream();
        var places = new List<byte>();
        for (var number = 0; number < kept.Count; number++)
        {
            places.AddRange(Four((uint)drawings.Length));
            var drawing = whole.DrawingOf(kept[number]).ToArray();
            if (drawing.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(drawing) < 0)
                KeepParts(drawing);
            drawings.Write(drawing);
            drawings.Write(new byte[-drawing.Length & 3]);
        }

        places.AddRange(Four((uint)drawings.Length));
        return (drawings.ToArray(), [.. places]);
    }

    private void KeepParts(Span<byte> drawing)
    {
        var part = drawing[10..];
        while (true)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(part);
            BinaryPrimitives.WriteUInt16BigEndian(part[2..], (ushort)Keep(BinaryPrimitives.ReadUInt16BigEndian(part[2..])));
            if ((flags & MorePartsFollow) == 0)
                return;

            var scale = (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
            part = part[(4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2) + scale)..];
        }
    }

    private static byte[] Assemble(IReadOnlyList<(string Name, byte[] Content)> tables)
    {
        var power = (int)Math.Log2(tables.Count);
        var file = new List<byte>([0, 1, 0, 0, .. Two(tables.Count), .. Two(16 << power), .. Two(power), .. Two((tables.Count - (1 << power)) * 16)]);
        var begin = 12 + (16 * tables.Count);
        foreach (var (name, content) in tables)
        {
            file.AddRange([.. Encoding.ASCII.GetBytes(name), .. Four(Sum(content)), .. Four((uint)begin), .. Four((uint)content.Length)]);
            begin += content.Length + (-content.Length & 3);
        }

        foreach (var (_, content) in tables)
            file.AddRange([.. content, .. new byte[-content.Length & 3]]);
        return [.. file];
    }

    private static uint Sum(byte[] content)
    {
        uint sum = 0;
        for (var place = 0; place < content.Length; place++)
            sum += (uint)content[place] << (8 * (3 - (place & 3)));
        return sum;
    }

    private static byte[] Two(int number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Four(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
