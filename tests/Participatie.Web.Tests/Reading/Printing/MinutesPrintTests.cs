using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Participatie.Testing.Tools;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Reading;
using Participatie.Web.Reading.Printing;
using Participatie.Web.Reading.Printing.Pdf;
using Participatie.Web.Tests.Minutes;

namespace Participatie.Web.Tests.Reading.Printing;

/// <summary>Minutes on paper, read back by pdf.js.</summary>
public sealed class MinutesPrintTests
{
    private const string Rich =
        """
        # Verslag: Licht en *ontmoeten*

        Om 19.30 uur opende Samira de bijeenkomst. Zie [de site](https://example.org/licht?a=1) en [verderop](#licht).

        ##### Licht

        - Een lamp
          1. bij de **flats**
          2. bij de `winkels`
        - Een bank

        > Het is er donker,
        > zei Noor.

        | Straat | Lampen |
        |---|--:|
        | De Dreef | 12 |
        | Zamenhofdreef | 3 |

        ---

            code met   ruimte

        ::: besluit
        Aan: Bestuurstafel
        Antwoord uiterlijk: 1-3-2027

        Er komen lampen.

        Het is er donker.
        :::

        ::: actie
        Wie: Samira
        Klaar op: 1-2-2027

        Belt de aannemer.
        :::

        ![De kaart](kaart.png) en ![het plein](plein.webp)
        """;

    private const string Result =
        """
        <div class="result" id="verslag-uitslag-1"><p class="record-name">Stemming 1</p><p><strong>Komt er licht?</strong></p>
        <table class="utrecht-table counts"><caption class="visually-hidden">Uitslag van ‘Komt er licht?’</caption>
        <thead><tr><th scope="col">Keuze</th><th scope="col">Aantal</th><td></td></tr></thead>
        <tbody><tr><th scope="row">Ja</th><td>22</td><td class="chart"><svg class="bar winner" viewBox="0 0 100 10" aria-hidden="true"><rect width="100" height="10"/><rect width="84.6" height="10"/></svg></td></tr></tbody></table>
        <p class="meta"><a href="/stemmingen/1">Bekijk de hele uitslag</a></p></div><onbekend>Toch <b>gelezen</b></onbekend><ul>los<li>vast</li></ul>
        """;

    private static readonly Attachment[] Attachments = [Named("kaart.png", "image/png"), Named("plein.webp", "image/webp")];

    private readonly ReadMinutes read = MinutesReading.New();

    [Fact]
    public async Task Every_word_is_in_the_file_in_the_same_order_and_nothing_lies_outside_a_part_or_in_a_margin()
    {
        var html = await HtmlAsync(Rich) + Result;

        var printed = await ReadAsync(await PrintAsync(html));

        Assert.Contains(Signs(TextOf(html)), Signs(printed.Text), StringComparison.Ordinal);
        foreach (var fact in (string[])["Wijktafel Overvecht", "De Dreef", "2, gepubliceerd op", "door voorzitter Samira", "Het telde niet op", "kaart.png", "https://tafels.example/bijlagen/", "https://tafels.example/verslagen/", Minutes("").Sha256])
            Assert.Contains(Signs(fact), Signs(printed.Text), StringComparison.Ordinal);
        AssertWhole(printed);
    }

    [Fact]
    public async Task Every_part_says_what_it_is()
    {
        var printed = await ReadAsync(await PrintAsync(await HtmlAsync(Rich) + Result));

        Assert.Equal(("Verslag van Licht & <lucht>", "Verslag van Licht & <lucht>", "nl-NL"), (printed.Title, printed.XmpTitle, printed.Language));
        Assert.True(printed is { ShowsTitle: true, IsMarked: true, Accessible: true });
        Assert.Equal(
            [(1, "Verslag van Licht & <lucht>"), (2, "Verslag: Licht en ontmoeten"), (3, "Licht"), (2, "Bijlagen"), (2, "Is dit verslag echt?")],
            printed.Outline.Select(heading => (heading.Level, heading.Title)));
        Assert.Equal(["Licht"], printed.Of("H3"));
        Assert.Equal(["Straat", "Lampen", "Keuze", "Aantal", "Ja"], printed.Of("TH").Where(cell => cell.Length > 0));
        Assert.Equal(["De Dreef", "12", "Zamenhofdreef", "3", "22"], printed.Of("TD").Where(cell => cell.Length > 0));
        Assert.Equal(["Het is er donker, zei Noor."], printed.Of("BlockQuote"));
        Assert.Contains("Een lamp 1. bij de flats 2. bij de winkels", printed.Of("LBody"));
        Assert.Equal(["winkels", "code met ruimte", Minutes("").Sha256], printed.Of("Code"));
        Assert.Equal("De kaart", Assert.Single(printed.Tags, tag => tag.Kind is "Figure").Description);
        Assert.Contains("Wie", printed.Of("Lbl"));
        Assert.Equal(["de site", "verderop", "het plein", "Bekijk de hele uitslag"], printed.Of("Link").Take(4));
        var links = printed.Pages.SelectMany(page => page.Links).ToList();
        Assert.All(links, link => Assert.NotEqual("", link.Description));
        Assert.Equal(["https://example.org/licht?a=1", null, $"https://tafels.example{Attachments[1].Address}", "https://tafels.example/stemmingen/1"], links.Take(4).Select(link => link.Address));
        Assert.True(links[1].IsInside);
    }

    [Fact]
    public async Task The_same_version_gives_the_same_bytes() => Assert.Equal(await PrintAsync(await HtmlAsync(Rich)), await PrintAsync(await HtmlAsync(Rich)));

    [Fact]
    public async Task What_is_long_goes_on_over_the_page_and_no_line_is_lost()
    {
        var rows = string.Concat(Enumerable.Range(1, 90).Select(row => $"| Straat {row} | {string.Concat(Enumerable.Repeat($"woord{row} ", row % 25))} |\n"));
        var wide = $"|{string.Concat(Enumerable.Repeat("a|", 30))}\n|{string.Concat(Enumerable.Repeat("-|", 30))}\n|{string.Concat(Enumerable.Repeat("b|", 30))}\n";
        var markdown = $"| Kop één | Kop twee |\n|---|---|\n{rows}\n\n{new string('w', 5_000)}\n\n{wide}\n\n| x | {string.Concat(Enumerable.Repeat("lang ", 2_000))} |\n|---|---|\n| y | z |\n\n> - > - > {string.Concat(Enumerable.Repeat("diep ", 900))}";
        var html = await HtmlAsync(markdown);

        var printed = await ReadAsync(await PrintAsync(html));

        Assert.Contains(Signs(TextOf(html)), Signs(printed.Text), StringComparison.Ordinal);
        Assert.InRange(printed.Pages.Count, 8, 60);
        AssertWhole(printed);
    }

    /// <summary>pdf.js turns round what is written from right to left, so that only the signs themselves are compared.</summary>
    [Fact]
    public async Task No_hostile_string_breaks_the_file_wherever_it_stands()
    {
        var strings = JsonSerializer.Deserialize<string[]>(await NodeTool.RunAsync("naughty-strings.mjs", ""))!;
        var html = new StringBuilder();
        foreach (var place in (string[])["- # {0}\n  > `{0}`", "| {0} |\n|---|\n| [{0}](https://{0}.example/{0}) |"])
        {
            foreach (var hostile in strings)
                html.Append(await HtmlAsync(place.Replace("{0}", hostile, StringComparison.Ordinal)));
        }

        html.Append("<p>").Append("\uD800 \uFFFF \u202E👩‍👩‍👧 e\u0301 𝔘 漢字 \u0001").Append("</p>");
        var (printed, around) = (ReadAsync(await PrintAsync(html.ToString())), ReadAsync(await PrintAsync("")));

        Assert.Equal(Count((await around).Text + TextOf(html.ToString())), Count((await printed).Text));
        Assert.All([await printed, await around], AssertWhole);
    }

    [Fact]
    public async Task Parts_without_text_are_no_trouble() =>
        AssertWhole(await ReadAsync(await PrintAsync("<p></p><ul></ul><table></table><blockquote></blockquote><pre></pre><dl><dd>los</dd></dl><li>los</li><h2></h2>")));

    [Fact]
    public void A_broken_picture_is_no_picture()
    {
        foreach (var length in Enumerable.Range(0, Pictures.Transparent.Length))
            Picture.Read("x", Pictures.Transparent[..length])?.WriteTo(new PdfFile());
        foreach (var place in Enumerable.Range(0, Pictures.Transparent.Length))
        {
            byte[] bent = [.. Pictures.Transparent];
            bent[place] ^= 0xFF;
            Picture.Read("x", bent)?.WriteTo(new PdfFile());
        }

        Assert.Null(Picture.Read("x", [0xFF, 0xD8, 0xFF]));
        Assert.Null(Picture.Read("x", "RIFF....WEBP"u8.ToArray()));
    }

    private static void AssertWhole(PrintedMinutes printed) => Assert.All(printed.Pages, page =>
    {
        Assert.Empty(page.Stray);
        Assert.Empty(page.Beyond);
        Assert.Empty(page.Untagged);
        Assert.All(page.Tags.SelectMany(tag => tag.AndWithin), AssertSound);
    });

    /// <summary>What ISO 14289-1 asks of the parts of lists and tables, and of pictures.</summary>
    private static void AssertSound(PrintedTag tag)
    {
        string[]? parts = tag.Kind switch
        {
            "L" => ["LI"],
            "LI" => ["Lbl", "LBody"],
            "Table" => ["Caption", "TR"],
            "TR" => ["TH", "TD"],
            _ => null,
        };
        Assert.All(tag.Children, child => Assert.True(parts is null || parts.Contains(child.Kind, StringComparer.Ordinal), $"{child.Kind} in {tag.Kind}"));
        Assert.True(tag.Kind is not "Figure" || tag.Description is { Length: > 0 });
    }

    private async Task<string> HtmlAsync(string markdown) => (await read.RunAsync(new MinutesSource([], Attachments), markdown)).Html;

    private static Task<byte[]> PrintAsync(string html) => new MinutesPrint(DutchTexts.Real).RunAsync(
        Minutes(html), Attachments, new Dictionary<string, Picture>(StringComparer.Ordinal) { [Attachments[0].Address] = Picture.Read("kaart", Pictures.Transparent)! }, path => $"https://tafels.example{path}", TestContext.Current.CancellationToken);

    private static PublicMinutesRow Minutes(string html)
    {
        var evening = new DateTimeOffset(2026, 11, 24, 18, 30, 0, TimeSpan.Zero);
        return new PublicMinutesRow(
            new Guid("0193b0a0-0000-7000-8000-000000000001"), "Licht & <lucht>", "De Dreef", evening, 2, "", html, FrozenMinutes.Fingerprint("licht"), "Het telde niet op.",
            evening.AddDays(1), "Samira", null, evening.AddDays(2), "wijktafel-overvecht", "Wijktafel Overvecht");
    }

    private static Attachment Named(string name, string kind) => new(new Guid("0193b0a0-0000-7000-8000-000000000002"), Guid.Empty, name, kind, 2_048, name);

    private static async Task<PrintedMinutes> ReadAsync(byte[] file) => await PrintedMinutes.ReadAsync(file);

    /// <summary>A picture that cannot be shown is its description.</summary>
    private static string TextOf(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var picture in page.Images.Where(picture => picture.Source!.EndsWith(".webp", StringComparison.Ordinal)).ToList())
            picture.OuterHtml = picture.AlternativeText!;
        return page.Body!.TextContent;
    }

    /// <summary>What can be seen of a text.</summary>
    private static string Signs(string text) => string.Concat(text.EnumerateRunes().Where(IsSeen).Select(sign => sign.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : sign)).Normalize();

    private static bool IsSeen(Rune sign) =>
        !Rune.IsWhiteSpace(sign) && sign.Value is not (>= 0xFE00 and <= 0xFE0F) && Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    private static SortedDictionary<int, int> Count(string text) =>
        new(Signs(text).EnumerateRunes().CountBy(sign => sign.Value).ToDictionary());
}
