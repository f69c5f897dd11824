namespace Participatie.Web.Minutes.Attachments;

/// <summary>A kind of file that may be attached, told by how its content begins and never by its name.</summary>
/// <param name="Extension">Without a dot.</param>
/// <param name="IsImage">Whether minutes can show it.</param>
public sealed record FileKind(string Extension, string MediaType, bool IsImage)
{
    /// <summary>So many bytes at the start tell all kinds apart.</summary>
    public const int HeadLength = 12;

    public static readonly FileKind Pdf = new("pdf", "application/pdf", IsImage: false);
    public static readonly FileKind Png = new("png", "image/png", IsImage: true);
    public static readonly FileKind Jpeg = new("jpg", "image/jpeg", IsImage: true);
    public static readonly FileKind WebP = new("webp", "image/webp", IsImage: true);

    /// <summary>Null when it is none of these.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all there are.</param>
    public static FileKind? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : head.Length >= HeadLength && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? WebP
        : null;
}
