using System.Security.Cryptography;
using System.Text;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes;

/// <summary>Minutes as they are published, for good.</summary>
/// <param name="Markdown">The text.</param>
/// <param name="Html">What readers see, kept because a later program may render the text otherwise.</param>
/// <param name="Sha256">Over the text in UTF-8, lower-case hexadecimal: the same as of the file that readers download.</param>
public sealed record FrozenMinutes(string Markdown, string Html, string Sha256)
{
    /// <summary>What the ids in minutes begin with.</summary>
    public const string Anchors = "verslag-";

    /// <summary>What the id of a paragraph begins with; its number follows. No heading's id begins so.</summary>
    public const string ParagraphAnchors = "alinea-";

    /// <summary>The same of what readers see.</summary>
    public string HtmlSha256 => Fingerprint(Html);

    public static FrozenMinutes Of(MinutesText text) => new(text.Markdown, text.Html, Fingerprint(text.Markdown));

    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A text as it is kept: clean, and with one kind of line ending.</summary>
    public static string Clean(string? typed) => CleanText.Of((typed ?? "").ReplaceLineEndings("\n"));
}
