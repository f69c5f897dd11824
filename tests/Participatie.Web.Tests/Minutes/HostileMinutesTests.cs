using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Participatie.Testing.Tools;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Attachments;

namespace Participatie.Web.Tests.Minutes;

/// <summary>
/// A public list of hostile strings in every place that minutes have. The oracle is a browser's parser: the page holds
/// nothing that acts, and no picture but our own.
/// </summary>
public sealed class HostileMinutesTests
{
    private static readonly string[] Harmless =
    [
        "HTML", "HEAD", "BODY", "P", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "LI", "A", "EM", "STRONG", "CODE", "PRE", "BR", "HR", "BLOCKQUOTE",
        "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "DIV", "SECTION", "DL", "DT", "DD", "IMG",
    ];

    private static readonly string[] HarmlessAttributes = ["href", "title", "rel", "class", "scope", "id", "start", "data-number", "src", "alt", "loading"];

    private static readonly string[] HarmlessSchemes = ["http:", "https:", "mailto:", "about:"];

    private static readonly Attachment Map = new(Guid.Empty, Guid.Empty, "kaart.png", "image/png", 1, "");

    private readonly ReadMinutes read = MinutesReading.New();

    [Theory]
    [InlineData("{0}")]
    [InlineData("# {0}")]
    [InlineData("- {0}\n  > {0}")]
    [InlineData("| {0} |\n|---|\n| {0} |")]
    [InlineData("``` {0}\n{0}\n```")]
    [InlineData("[klik]({0}) [klik](<{0}>) <{0}>")]
    [InlineData("[{0}](https://example.org \"{0}\") [{0}][a]\n\n[a]: {0} '{0}'")]
    [InlineData("![{0}]({0}) ![{0}](kaart.png \"{0}\")")]
    [InlineData("::: {0}\n{0}: {0}\n\n{0}\n:::")]
    [InlineData("::: besluit\nAan: {0}\nThema: {0}\nStemming: {0}\n\n{0}\n\n{0}\n:::")]
    [InlineData("::: actie\nWie: {0}\nKlaar op: {0}\n\n{0}\n:::")]
    [InlineData("[[uitslag {0}]]\n\n[[{0}]]")]
    public async Task No_hostile_string_acts_wherever_it_stands(string place)
    {
        var strings = JsonSerializer.Deserialize<string[]>(await NodeTool.RunAsync("naughty-strings.mjs", ""))!;
        Assert.True(strings.Length > 400);

        foreach (var hostile in strings)
        {
            var text = await read.RunAsync(new MinutesSource([], [Map]), place.Replace("{0}", hostile, StringComparison.Ordinal));
            var acting = Acting(await new HtmlParser().ParseDocumentAsync(text.Html, TestContext.Current.CancellationToken));
            Assert.True(acting is null, $"{hostile} became {acting}");
        }
    }

    /// <summary>What a browser would do more with than show it.</summary>
    private static string? Acting(IHtmlDocument page) => page.All.FirstOrDefault(element =>
        !Harmless.Contains(element.TagName, StringComparer.Ordinal)
        || element.Attributes.Any(attribute => !HarmlessAttributes.Contains(attribute.Name, StringComparer.Ordinal))
        || element is IHtmlAnchorElement link && !HarmlessSchemes.Contains(link.Protocol, StringComparer.Ordinal)
        || element is IHtmlImageElement && !string.Equals(element.GetAttribute("src"), Map.Address, StringComparison.Ordinal))?.OuterHtml;
}
