using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Reading.Discovery;

/// <summary>What search engines and social media learn of the public site.</summary>
public abstract class SearchEngineTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Site = "https://tafel.example";

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(PublicAddress.Key, Site)]);

    [Fact]
    public async Task The_sitemap_holds_every_public_page_and_when_it_changed()
    {
        await HoldAsync();
        var decision = await DecisionAsync();

        var pages = await SitemapAsync();

        foreach (var path in (string[])["/wijken/utrecht-overvecht", $"/tafels/{Evening.TableSlug}", $"/bijeenkomsten/{evening.MeetingId}", $"/verslagen/{evening.MeetingId}", $"/besluiten/{decision}"])
            Assert.InRange(pages[Site + path]!.Value, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow());
        foreach (var path in (string[])["/", "/wijken", "/agenda", "/besluiten", "/wijken/delft-west"])
            Assert.Null(pages[Site + path]);
        foreach (var path in pages.Keys.Select(page => page[Site.Length..]).Where(path => !path.StartsWith("/wijken/", StringComparison.Ordinal)))
        {
            await Visitor.GetAsync(path);
            Assert.True(Visitor.Status == HttpStatusCode.OK, path);
            Assert.Equal(Site + path, Visitor.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task What_is_not_published_is_not_in_the_sitemap()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();

        Assert.DoesNotContain((await SitemapAsync()).Keys, page => page.Contains("/verslagen/", StringComparison.Ordinal) || page.Contains("/besluiten/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Robots_are_told_where_the_sitemap_is_and_where_they_have_no_business()
    {
        var robots = (await Visitor.Http.GetStringAsync("/robots.txt", Ct)).Split('\n');

        Assert.Contains($"Sitemap: {Site}/sitemap.xml", robots);
        foreach (var path in (string[])["/m/", "/p/", "/beheer", "/besluiten/*/antwoord", "/inloggen"])
            Assert.Contains($"Disallow: {path}", robots);
        using var part = await Visitor.Http.GetAsync("/sitemap-1.xml", Ct);
        Assert.Equal(HttpStatusCode.NotFound, part.StatusCode);
    }

    [Fact]
    public async Task Every_public_page_says_what_it_is_when_somebody_shares_it()
    {
        await HoldAsync();
        foreach (var path in (string[])["/", "/wijken", "/wijken/utrecht-overvecht", "/wijken/utrecht-overvecht/u-zei-wij-deden", $"/tafels/{Evening.TableSlug}", $"/bijeenkomsten/{evening.MeetingId}", $"/verslagen/{evening.MeetingId}", $"/stemmingen/{evening.PollId}", "/besluiten", $"/besluiten/{await DecisionAsync()}", "/agenda"])
        {
            await Visitor.GetAsync(path);
            Assert.Equal(Site + path, Says("og:url"));
            Assert.Equal($"{Says("og:title")} · Participatie", Visitor.Page.Title);
            Assert.Equal(("Participatie", "nl_NL"), (Says("og:site_name"), Says("og:locale")));
            Assert.Equal(path.StartsWith("/verslagen/", StringComparison.Ordinal) || path.StartsWith("/besluiten/", StringComparison.Ordinal) ? "article" : "website", Says("og:type"));
            Assert.InRange(Says("og:description").Length, 40, 160);
            Assert.Equal(Says("og:description"), Visitor.Page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        }
    }

    [Theory]
    [InlineData("/agenda?wijk=utrecht-overvecht", "/agenda")]
    [InlineData("/besluiten?wijk=&pagina=1", "/besluiten")]
    [InlineData("/besluiten?pagina=2&wijk=delft-west&van=ergens", "/besluiten?wijk=delft-west&pagina=2")]
    public async Task A_page_has_one_address_however_it_is_asked_for(string asked, string canonical)
    {
        await Visitor.GetAsync(asked);

        Assert.Equal(Site + canonical, Visitor.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/inloggen")]
    [InlineData("/meedoen")]
    [InlineData("/bestaat-niet")]
    public async Task What_is_no_public_page_says_nothing(string path)
    {
        await Visitor.GetAsync(path);

        Assert.Empty(Visitor.Page.QuerySelectorAll("link[rel=canonical], meta[property]"));
    }

    [Fact]
    public async Task The_way_back_can_be_read_by_machines()
    {
        await Visitor.GetAsync($"/tafels/{Evening.TableSlug}");

        var steps = Visitor.Page.QuerySelectorAll("[itemtype='https://schema.org/BreadcrumbList'] > [itemtype='https://schema.org/ListItem']");
        Assert.Equal(
            [("1", "/wijken", "Wijken"), ("2", "/wijken/utrecht-overvecht", "Utrecht Overvecht")],
            steps.Select(step => (
                step.QuerySelector("[itemprop=position]")!.GetAttribute("content")!,
                step.QuerySelector("a[itemprop=item]")!.GetAttribute("href")!,
                step.QuerySelector("[itemprop=name]")!.TextContent)));
    }

    private async Task HoldAsync()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await evening.CloseAsync();
        await evening.PublishAsync();
    }

    private Task<Guid> DecisionAsync() => Server.Db.FindAsync<Guid>("select id from decisions", null, Ct);

    private string Says(string property) => Visitor.Page.QuerySelector($"meta[property='{property}']")!.GetAttribute("content")!;

    private async Task<Dictionary<string, DateTimeOffset?>> SitemapAsync() =>
        XDocument.Parse(await Visitor.Http.GetStringAsync("/sitemap.xml", Ct)).Root!.Elements(Sitemap + "url").ToDictionary(
            page => page.Element(Sitemap + "loc")!.Value,
            page => page.Element(Sitemap + "lastmod") is { } changed ? DateTimeOffset.Parse(changed.Value, CultureInfo.InvariantCulture) : (DateTimeOffset?)null,
            StringComparer.Ordinal);

    public sealed class OnSqlite() : SearchEngineTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SearchEngineTests(DatabaseKind.Postgres);
}
