using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Shared;

/// <summary>The oracle is a browser's parser: whatever the text, the page it becomes holds nothing that acts.</summary>
public sealed class SafeMarkdownTests
{
    private static readonly string[] Harmless =
    [
        "HTML", "HEAD", "BODY", "P", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "LI", "A", "EM", "STRONG", "CODE", "PRE", "BR", "HR", "BLOCKQUOTE",
        "TABLE", "THEAD", "TBODY", "TR", "TH", "TD",
    ];

    private static readonly string[] HarmlessAttributes = ["href", "title", "rel", "class", "scope", "id", "start"];

    private static readonly string[] HarmlessSchemes = ["http:", "https:", "mailto:"];

    [Theory]
    [InlineData("[klik](javascript:alert(1))")]
    [InlineData("[klik](JaVaScRiPt:alert(1))")]
    [InlineData("[klik](javascript&colon;alert(1))")]
    [InlineData("[klik](&#106;avascript:alert(1))")]
    [InlineData("[klik](&#x6A;&#x61;vascript:alert(1))")]
    [InlineData("[klik](java&Tab;script:alert(1))")]
    [InlineData("[klik](java&NewLine;script:alert(1))")]
    [InlineData("[klik](java&#10;script:alert(1))")]
    [InlineData("[klik](&#1;javascript:alert(1))")]
    [InlineData("[klik](<java\tscript:alert(1)>)")]
    [InlineData("[klik](< javascript:alert(1)>)")]
    [InlineData("[klik](\u0001javascript:alert(1))")]
    [InlineData("[klik](javascript\\:alert(1))")]
    [InlineData("[klik](javascript:alert\\(1\\))")]
    [InlineData("[klik](javascript%3Aalert(1))")]
    [InlineData("[klik](vbscript:msgbox(1))")]
    [InlineData("[klik](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)")]
    [InlineData("[klik](blob:https://example.org/1)")]
    [InlineData("[klik](file:///etc/passwd)")]
    [InlineData("[klik](tel:112)")]
    [InlineData("[klik](view-source:https://example.org)")]
    [InlineData("[klik](feed:javascript:alert(1))")]
    [InlineData("[klik](ftp://example.org)")]
    [InlineData("[klik](//evil.example)")]
    [InlineData("[klik](/\\evil.example)")]
    [InlineData("[klik](\\\\evil.example)")]
    [InlineData("[klik](/&Tab;/evil.example)")]
    [InlineData("[klik](javascript:alert(1) \"titel\")")]
    [InlineData("[klik][a]\n\n[a]: javascript:alert(1)")]
    [InlineData("[a]\n\n[a]: <JAVASCRIPT:alert(1)> 'titel'")]
    [InlineData("[a][]\n\n[a]: data:text/html,x")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<JAVASCRIPT:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("<vbscript:x>")]
    [InlineData("![beeld](javascript:alert(1))")]
    [InlineData("![beeld](https://example.org/a.png)")]
    [InlineData("![beeld](data:image/svg+xml,x)")]
    [InlineData("![beeld][a]\n\n[a]: https://example.org/a.png")]
    [InlineData("[![beeld](https://example.org/a.png)](javascript:alert(1))")]
    [InlineData("![a [b](javascript:alert(1)) c](https://example.org/a.png)")]
    [InlineData("> - **[klik](javascript:alert(1))**")]
    [InlineData("| a |\n|---|\n| [klik](javascript:alert(1)) |")]
    [InlineData("# [klik](javascript:alert(1))")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<iframe src=javascript:alert(1)></iframe>")]
    [InlineData("<a href=\"javascript:alert(1)\">klik</a>")]
    [InlineData("a <b onmouseover=alert(1)>b</b>")]
    [InlineData("<!-- --><script>alert(1)</script>")]
    [InlineData("<?php x ?><![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("```\n</code></pre><script>alert(1)</script>\n```")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("[a](https://example.org \"\" onmouseover=alert(1) \"\")")]
    [InlineData("[a](https://example.org '\"><script>alert(1)</script>')")]
    [InlineData("[a](https://example.org\"onmouseover=\"alert(1))")]
    [InlineData("{onclick=alert(1)}\n# a {onclick=alert(1)}")]
    [InlineData("| a |\n|:-:|\n| b |")]
    [InlineData("# \"><script>alert(1)</script>")]
    public void Nothing_in_a_text_can_act(string markdown)
    {
        var page = Parse(markdown);

        Assert.All(page.All, element => Assert.Contains(element.TagName, Harmless));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.Contains(attribute.Name, HarmlessAttributes));
        Assert.All(page.QuerySelectorAll<IHtmlAnchorElement>("a"), link => Assert.Contains(link.Protocol, HarmlessSchemes));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.DoesNotContain("evil", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[site](https://example.org/a?b=c&d=e)", "https://example.org/a?b=c&d=e")]
    [InlineData("[site](HTTP://example.org)", "HTTP://example.org")]
    [InlineData("<https://example.org>", "https://example.org")]
    [InlineData("https://example.org", "https://example.org")]
    [InlineData("[site][a]\n\n[a]: https://example.org", "https://example.org")]
    public void A_link_to_another_site_stays_and_keeps_its_distance(string markdown, string address)
    {
        var link = Assert.Single(Parse(markdown).QuerySelectorAll("a"));

        Assert.Equal(address, link.GetAttribute("href"));
        Assert.Equal("nofollow noopener", link.GetAttribute("rel"));
    }

    [Theory]
    [InlineData("[mail](mailto:wijk@example.org)", "mailto:wijk@example.org")]
    [InlineData("<wijk@example.org>", "mailto:wijk@example.org")]
    [InlineData("[besluiten](/besluiten?wijk=delft-west)", "/besluiten?wijk=delft-west")]
    [InlineData("[voorpagina](/)", "/")]
    public void A_link_within_this_site_or_to_a_mailbox_stays_as_it_is(string markdown, string address)
    {
        var link = Assert.Single(Parse(markdown).QuerySelectorAll("a"));

        Assert.Equal(address, link.GetAttribute("href"));
        Assert.Null(link.GetAttribute("rel"));
    }

    [Fact]
    public void The_words_of_a_refused_link_and_the_description_of_an_image_stay_readable() =>
        Assert.Equal("lees dit en zie het plein", Parse("[lees **dit**](javascript:x) en zie ![het plein](https://example.org/a.png)").Body!.TextContent.Trim());

    [Fact]
    public void Html_is_shown_as_text() => Assert.Equal("<b>dik</b>", Parse("<b>dik</b>").Body!.TextContent.Trim());

    [Fact]
    public void Headings_start_at_the_second_level_because_the_page_has_the_first()
    {
        var page = Parse("# Een\n\n###### Zes");

        Assert.Equal(["H2", "H6"], page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.TagName));
        Assert.All(page.QuerySelectorAll("h2, h6"), heading => Assert.Null(heading.GetAttribute("id")));
    }

    [Fact]
    public void Ids_of_headings_never_meet_those_of_the_page_and_links_to_them_follow()
    {
        var page = new HtmlParser().ParseDocument(SafeMarkdown.ToHtml("# Inhoud\n\n[terug](#inhoud)", "verslag-").ToString()!);

        Assert.Equal("verslag-inhoud", page.QuerySelector("h2")!.Id);
        Assert.Equal("#verslag-inhoud", page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Headings_with_the_same_words_have_different_ids()
    {
        var page = new HtmlParser().ParseDocument(SafeMarkdown.ToHtml("# Kop\n# Kop\n# Kop 2\n# !\n# Kop", "v-").ToString()!);

        Assert.Equal(["v-kop", "v-kop-2", "v-kop-2-2", "v-kop-3", "v-kop-4"], page.QuerySelectorAll("h2").Select(heading => heading.Id));
    }

    [Fact]
    public void A_table_has_header_cells_with_a_scope_and_no_inline_style()
    {
        var page = Parse("| Keuze | Stemmen |\n| --- | ---: |\n| Ja | 27 |");

        Assert.Equal("utrecht-table", page.QuerySelector("table")!.ClassName);
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.Equal("col", cell.GetAttribute("scope")));
        Assert.Equal("utrecht-table__cell utrecht-table__cell--numeric-column", page.QuerySelectorAll("td")[1].ClassName);
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("*a ")]
    [InlineData("![a](")]
    [InlineData("[a][b")]
    [InlineData("[a](((")]
    [InlineData("<")]
    [InlineData("# a\n")]
    [InlineData("a\n-\n")]
    [InlineData("1. ")]
    [InlineData("| a ")]
    [InlineData("_a ")]
    [InlineData("**a *")]
    [InlineData("`")]
    public async Task The_longest_text_of_the_strangest_kind_is_shown_within_a_minute(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));

        await Task.Run(() => SafeMarkdown.ToHtml(text).ToString()!, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    private static IHtmlDocument Parse(string markdown) => new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(markdown).ToString()!);
}
