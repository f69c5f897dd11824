using System.Text.RegularExpressions;

namespace Participatie.Web.Minutes.Attachments;

/// <summary>A file that belongs to the minutes of a meeting.</summary>
/// <param name="Name">What a text calls it: small letters, digits and hyphens, with the extension of its kind.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Over its content, lower-case hexadecimal.</param>
public sealed record Attachment(Guid Id, Guid MeetingId, string Name, string MediaType, long Bytes, string Sha256)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Where it is to be had, for whoever may.</summary>
    public string Address => $"{AttachmentDownloads.Path}/{Id}/{Name}";

    /// <summary>Whether a text says this name, in a link or not; as the end of a longer name it does not count.</summary>
    public static bool IsNamed(string name, string? text) =>
        text is not null && Regex.IsMatch(text, $@"(?<![\w.-]){Regex.Escape(name)}(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    public bool IsImage => MediaType.StartsWith("image/", StringComparison.Ordinal);
}
