using System.Buffers.Binary;

namespace Participatie.Web.Reading.Printing.Pdf;

/// <summary>A picture that a document can show.</summary>
/// <param name="Name">What tells it from others.</param>
/// <param name="Width">In dots.</param>
/// <param name="Height">In dots.</param>
public abstract record Picture(string Name, int Width, int Height)
{
    /// <summary>Null when it is of a kind that a PDF cannot hold, or broken.</summary>
    public static Picture? Read(string name, byte[] content)
    {
        try
        {
            return content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? JpegPicture.Read(name, content) : PngPicture.Read(name, content);
        }
        catch (Exception broken) when (broken is ArgumentException or IndexOutOfRangeException or InvalidDataException or OverflowException)
        {
            return null; // its first bytes were those of a picture, and the rest is not
        }
    }

    /// <summary>Writes it; returns the number of its object.</summary>
    public abstract int WriteTo(PdfFile file);
}

/// <summary>A JPEG, which goes into a PDF as it is.</summary>
public sealed record JpegPicture(string Name, int Width, int Height, int Colours, byte[] Content) : Picture(Name, Width, Height)
{
    private const byte StartOfScan = 0xDA;

    public static new JpegPicture? Read(string name, byte[] content)
    {
        var place = 2;
        while (content[place] == 0xFF && content[place + 1] != StartOfScan)
        {
            var frame = content.AsSpan(place);
            if (IsFrame(frame[1]))
            {
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[5..]), BinaryPrimitives.ReadUInt16BigEndian(frame[7..]));
                return frame[4] == 8 && width > 0 && height > 0 && frame[9] is 1 or 3 or 4 ? new JpegPicture(name, width, height, frame[9], content) : null;
            }

            place += 2 + BinaryPrimitives.ReadUInt16BigEndian(frame[2..]);
        }

        return null;
    }

    public override int WriteTo(PdfFile file)
    {
        // Who writes four colours writes them the other way round.
        var space = Colours switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => "/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]" };
        return file.AddPacked(FormattableString.Invariant($"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/ColorSpace{space}/BitsPerComponent 8/Filter/DCTDecode"), Content);
    }

    /// <summary>Baseline, extended or progressive: what every reader can show.</summary>
    private static bool IsFrame(byte marker) => marker is 0xC0 or 0xC1 or 0xC2;
}
