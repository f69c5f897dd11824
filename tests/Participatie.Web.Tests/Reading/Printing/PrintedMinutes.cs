using System.Text.RegularExpressions;
using Participatie.Testing.Tools;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Reading.Printing;

/// <summary>What a reader and a screen reader find in a PDF, read by a parser that is not ours.</summary>
internal sealed partial record PrintedMinutes(
    string Title, string Language, bool ShowsTitle, bool IsMarked, string XmpTitle, bool Accessible, IReadOnlyList<PrintedHeading> Outline, IReadOnlyList<PrintedPage> Pages)
{
    /// <summary>Every part, each before the parts within it.</summary>
    public IEnumerable<PrintedTag> Tags => Pages.SelectMany(page => page.Tags).SelectMany(tag => tag.AndWithin);

    /// <summary>In the order in which it is read aloud, without the bullets and the numbers before a list's entries.</summary>
    public string Text => string.Concat(Pages.SelectMany(page => page.Tags).Select(tag => tag.Spoken));

    /// <summary>The text of every part of a kind.</summary>
    public IEnumerable<string> Of(string kind) =>
        Tags.Where(tag => string.Equals(tag.Kind, kind, StringComparison.Ordinal)).Select(tag => White().Replace(tag.All, " ").Trim());

    public static async Task<PrintedMinutes> ReadAsync(byte[] file) =>
        Json.Read<PrintedMinutes>(await NodeTool.RunAsync("read-pdf.mjs", Convert.ToBase64String(file)));

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex White();
}

internal sealed record PrintedHeading(int Level, string Title);

/// <summary>One page.</summary>
/// <param name="Stray">Text outside every part.</param>
/// <param name="Beyond">Text that lies in a margin.</param>
/// <param name="Untagged">Parts of the page that belong to nothing.</param>
internal sealed record PrintedPage(
    IReadOnlyList<PrintedTag> Tags, IReadOnlyList<PrintedLink> Links, IReadOnlyList<string> Stray, IReadOnlyList<string> Beyond, IReadOnlyList<string> Untagged);

internal sealed record PrintedLink(string Id, string? Address, bool IsInside, string Description);

internal sealed partial record PrintedTag(string Kind, string Text, string? Description, IReadOnlyList<PrintedTag> Children)
{
    public IEnumerable<PrintedTag> AndWithin => Children.SelectMany(child => child.AndWithin).Prepend(this);

    public string All => Text + string.Concat(Children.Select(child => child.All));

    public string Spoken => Kind is "Lbl" && Mark().IsMatch(All) ? "" : Text + string.Concat(Children.Select(child => child.Spoken));

    [GeneratedRegex(@"^\s*(?:•|[0-9]+\.)\s*$", RegexOptions.None, 1_000)]
    private static partial Regex Mark();
}
