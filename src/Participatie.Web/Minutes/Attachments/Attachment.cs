namespace Participatie.Web.Minutes.Attachments;

/// <summary>A file that belongs to the minutes of a meeting.</summary>
/// <param name="Name">What a text calls it: small letters, digits and hyphens, with the extension of its kind.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Over its content, lower-case hexadecimal.</param>
public sealed record Attachment(Guid Id, Guid MeetingId, string Name, string MediaType, long Bytes, string Sha256)
{
    /// <summary>Where it is to be had, for whoever may.</summary>
    public string Address => $"{AttachmentDownloads.Path}/{Id}/{Name}";

    /// <summary>Whether a text may refer to the file of this name; a name within a longer one counts too.</summary>
    public static bool IsNamed(string name, string? text) => text?.Contains(name, StringComparison.OrdinalIgnoreCase) is true;

    public bool IsImage => MediaType.StartsWith("image/", StringComparison.Ordinal);
}
