using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>
/// A PNG. Its rows go into a PDF as they are; only of a picture that lets the paper through are the colours and the
/// transparency taken apart.
/// </summary>
/// <param name="Rows">The packed rows, each with the filter before it.</param>
/// <param name="Palette">The colours, when dots are numbers of colours.</param>
public sealed record PngPicture(string Name, int Width, int Height, int Bits, int Kind, byte[] Palette, byte[] Rows) : Picture(Name, Width, Height)
{
    private const int Colour = 2;
    private const int Paletted = 3;
    private const int GrayWithAlpha = 4;
    private const int ColourWithAlpha = 6;

    /// <summary>So many dots fill a sheet of A3 at 300 to the inch; with more somebody tests our memory.</summary>
    private const long MostDots = 18_000_000;

    private int Channels => Kind switch { Colour => 3, GrayWithAlpha => 2, ColourWithAlpha => 4, _ => 1 };

    public static new PngPicture? Read(string name, byte[] content)
    {
        var (palette, rows) = (Array.Empty<byte>(), new MemoryStream());
        for (var place = 8; place + 12 <= content.Length;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(place)));
            var body = content.AsSpan(place + 8, length);
            switch (Encoding.ASCII.GetString(content, place + 4, 4))
            {
                case "PLTE": palette = body.ToArray(); break;
                case "IDAT": rows.Write(body); break;
            }

            place += 12 + length;
        }

        var head = content.AsSpan(16);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head[4..]));
        var isPlain = head[12] == 0; // rows from top to bottom, not in seven rounds
        var picture = new PngPicture(name, width, height, head[8], head[9], palette, rows.ToArray());
        return isPlain && width > 0 && height > 0 && (long)width * height <= MostDots && picture.IsKnown ? picture : null;
    }

    private bool IsKnown => (Kind, Bits) is (0, 1 or 2 or 4 or 8 or 16) or (Colour, 8 or 16) or (GrayWithAlpha or ColourWithAlpha, 8) || (Kind == Paletted && Palette.Length >= 3 && Bits is 1 or 2 or 4 or 8);

    public override int WriteTo(PdfFile file)
    {
        var entries = FormattableString.Invariant($"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent {Bits}");
        if (Kind is GrayWithAlpha or ColourWithAlpha)
            return WriteApart(file, entries);

        var space = Kind switch
        {
            Paletted => FormattableString.Invariant($"[/Indexed/DeviceRGB {(Palette.Length / 3) - 1}<{Convert.ToHexString(Palette)}>]"),
            Colour => "/DeviceRGB",
            _ => "/DeviceGray",
        };
        return file.AddPacked(
            FormattableString.Invariant($"{entries}/ColorSpace{space}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {Channels}/BitsPerComponent {Bits}/Columns {Width}>>"), Rows);
    }

    private int WriteApart(PdfFile file, string entries)
    {
        var dots = Unfiltered();
        var colours = new byte[dots.Length / Channels * (Channels - 1)];
        var alpha = new byte[dots.Length / Channels];
        for (var dot = 0; dot < alpha.Length; dot++)
        {
            dots.AsSpan(dot * Channels, Channels - 1).CopyTo(colours.AsSpan(dot * (Channels - 1)));
            alpha[dot] = dots[(dot * Channels) + Channels - 1];
        }

        var mask = file.AddStream($"{entries}/ColorSpace/DeviceGray", alpha);
        return file.AddStream(FormattableString.Invariant($"{entries}/ColorSpace{(Channels == 4 ? "/DeviceRGB" : "/DeviceGray")}/SMask {mask} 0 R"), colours);
    }

    /// <summary>The bytes themselves; a file holds how they differ from their neighbours. Of a broken one, what came is shown.</summary>
    private byte[] Unfiltered()
    {
        var dots = new byte[Width * Channels * Height];
        try
        {
            Unfilter(dots);
        }
        catch (InvalidDataException)
        {
            // Only now is it known that the packed rows are broken; the rest stays empty.
        }

        return dots;
    }

    private void Unfilter(byte[] dots)
    {
        using var unpacked = new ZLibStream(new MemoryStream(Rows), CompressionMode.Decompress);
        var length = Width * Channels;
        for (var row = 0; row < Height; row++)
        {
            var filter = unpacked.ReadByte();
            var line = dots.AsSpan(row * length, length);
            if (unpacked.ReadAtLeast(line, length, throwOnEndOfStream: false) < length)
                return;
            var above = row == 0 ? new byte[length] : dots.AsSpan((row - 1) * length, length);
            for (var place = 0; place < length; place++)
            {
                var (left, corner) = place < Channels ? (0, 0) : (line[place - Channels], above[place - Channels]);
                line[place] += (byte)(filter switch { 1 => left, 2 => above[place], 3 => (left + above[place]) / 2, 4 => Nearest(left, above[place], corner), _ => 0 });
            }
        }
    }

    /// <summary>The neighbour that is nearest to what a slope would give.</summary>
    private static int Nearest(int left, int above, int corner)
    {
        var slope = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(slope - left), Math.Abs(slope - above), Math.Abs(slope - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
