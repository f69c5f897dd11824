namespace Participatie.Web.Shared;

/// <summary>A kind of file that somebody may bring, told by how its content begins and never by its name.</summary>
/// <param name="Extension">Without a dot.</param>
public sealed record FileKind(string Extension, string MediaType)
{
    /// <summary>So many bytes at the start tell all kinds apart.</summary>
    public const int HeadLength = 12;

    public static readonly FileKind Pdf = new("pdf", "application/pdf");
    public static readonly FileKind Png = new("png", "image/png");
    public static readonly FileKind Jpeg = new("jpg", "image/jpeg");
    public static readonly FileKind WebP = new("webp", "image/webp");
    public static readonly FileKind Mp3 = new("mp3", "audio/mpeg");
    public static readonly FileKind Mp4 = new("m4a", "audio/mp4");
    public static readonly FileKind Ogg = new("ogg", "audio/ogg");
    public static readonly FileKind Wave = new("wav", "audio/wav");
    public static readonly FileKind WebM = new("weba", "audio/webm");

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    public bool IsSound => MediaType.StartsWith("audio/", StringComparison.Ordinal);

    /// <summary>Null when it is none of these.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all there are.</param>
    public static FileKind? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : IsRiff(head, "WEBP"u8) ? WebP
        : SoundOf(head);

    private static FileKind? SoundOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("ID3"u8) || IsBareMp3(head) ? Mp3
        : head.Length > 8 && head[4..].StartsWith("ftyp"u8) ? Mp4
        : head.StartsWith("OggS"u8) ? Ogg
        : IsRiff(head, "WAVE"u8) ? Wave
        : head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? WebM
        : null;

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) =>
        head.Length >= HeadLength && head.StartsWith("RIFF"u8) && head[8..].StartsWith(form);

    /// <summary>The header of a frame of MPEG audio, layer III, where no tag comes before it.</summary>
    private static bool IsBareMp3(ReadOnlySpan<byte> head) => head.Length > 1 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2;
}
