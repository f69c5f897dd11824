using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Participatie.Web.Tests.Reading.Printing;

/// <summary>Small pictures, made here.</summary>
internal static class Pictures
{
    private const int Side = 16;

    /// <summary>A PNG that lets the paper through at one side; each row is filtered in another way.</summary>
    public static byte[] Transparent { get; } =
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
        .. Chunk("IHDR", [0, 0, 0, Side, 0, 0, 0, Side, 8, 6, 0, 0, 0]),
        .. Chunk("IDAT", Packed([.. Enumerable.Range(0, Side).SelectMany(row => (byte[])[(byte)(row % 5), .. Enumerable.Repeat((byte)(row * 3), Side * 4)])])),
        .. Chunk("IEND", []),
    ];

    private static byte[] Chunk(string kind, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(kind), .. body, 0, 0, 0, 0];
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
            zlib.Write(rows);
        return packed.ToArray();
    }
}
