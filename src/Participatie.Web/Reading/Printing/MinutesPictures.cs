using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Reading.Printing.Pdf;

namespace Participatie.Web.Reading.Printing;

/// <summary>The pictures that minutes show, as far as a PDF can hold them.</summary>
public sealed class MinutesPictures(AttachmentFiles files)
{
    /// <summary>In bytes. A reader downloads them all at once; what comes after them is a link.</summary>
    private const long MostTogether = 24 * 1024 * 1024;

    /// <summary>By their address in the minutes.</summary>
    public async Task<IReadOnlyDictionary<string, Picture>> ReadAsync(PublicMinutesRow minutes, IReadOnlyList<Attachment> attachments, CancellationToken ct)
    {
        var pictures = new Dictionary<string, Picture>(StringComparer.Ordinal);
        var together = 0L;
        foreach (var attachment in attachments.Where(one => one.IsImage && minutes.Html.Contains(one.Address, StringComparison.Ordinal)))
        {
            together += attachment.Bytes;
            if (together <= MostTogether && files.Find(attachment.Id) is { } path && Picture.Read(attachment.Sha256, await File.ReadAllBytesAsync(path, ct)) is { } picture)
                pictures[attachment.Address] = picture;
        }

        return pictures;
    }
}
