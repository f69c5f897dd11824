using System.Net;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Reading.Search;

public abstract class SearchPageTests(DatabaseKind kind) : ServerTests(kind)
{
    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    [Fact]
    public async Task The_front_page_leads_to_what_was_looked_for()
    {
        await Visitor.GetAsync("/");
        await Visitor.SubmitAsync(form => form.Type("q", "Jongeren"), "form[action='/zoeken']");

        Assert.Equal("1 keer gevonden", Visitor.Page.QuerySelector("#gevonden")!.TextContent);
        Assert.Equal("Geld voor <jongeren>", Visitor.Page.QuerySelector(".story h3 a")!.TextContent);
        Assert.Equal("jongeren", Visitor.Page.QuerySelector(".story h3 mark")!.TextContent);
        Assert.Contains("<script>", Visitor.Page.QuerySelector(".excerpt")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", Visitor.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));

        await Visitor.GetAsync(Visitor.Page.QuerySelector(".story h3 a")!.GetAttribute("href")!);
        Assert.Equal($"/bijeenkomsten/{evening.MeetingId}", Visitor.Path);
    }

    [Fact]
    public async Task Filters_stay_chosen_and_can_be_dropped_when_nothing_is_found()
    {
        await Visitor.GetAsync("/zoeken?q=jongeren");
        await Visitor.SubmitAsync(form =>
        {
            form.Pick("wijk", "delft-west");
            form.Pick("soort", "verslag");
        });

        Assert.Equal("Niets gevonden voor ‘jongeren’", Visitor.Page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal("delft-west", Visitor.Page.QuerySelector("#wijk option[selected]")!.GetAttribute("value"));
        Assert.True(Visitor.Page.QuerySelector("form details")!.HasAttribute("open"));

        await Visitor.GetAsync(Visitor.Page.QuerySelector(".empty a")!.GetAttribute("href")!);
        Assert.Equal("1 keer gevonden", Visitor.Page.QuerySelector("#gevonden")!.TextContent);
    }

    [Fact]
    public async Task Much_is_shown_on_several_pages()
    {
        await Server.Db.ExecuteAsync("update meetings set starts_at = @at", new { at = new DateTimeOffset(2020, 1, 1, 19, 0, 0, TimeSpan.Zero) }, Ct);
        var meetings = new HashSet<string>(StringComparer.Ordinal);
        await PlanAsync(24);

        await Visitor.GetAsync("/zoeken?q=zwembad&wijk=utrecht-overvecht");
        for (var page = 1; page <= 3; page++)
        {
            Assert.Contains($"Bladzijde {page} van 3", Visitor.Page.QuerySelector("nav.actions")!.TextContent, StringComparison.Ordinal);
            meetings.UnionWith(Visitor.Page.QuerySelectorAll(".story h3 a").Select(link => link.GetAttribute("href")!));
            if (Visitor.Page.QuerySelector("a[rel=next]") is { } next)
                await Visitor.GetAsync(next.GetAttribute("href")!);
        }

        Assert.Equal(24, meetings.Count);
        Assert.Equal("21", Visitor.Page.QuerySelector(".story")!.GetAttribute("start"));
        Assert.NotNull(Visitor.Page.QuerySelector("a[rel=prev]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20%20")]
    [InlineData("?q=de+het+een")]
    [InlineData("?q=%22%2A%27--%28")]
    [InlineData("?q=a%00b%ef%bf%bf")]
    [InlineData("?q=x&wijk=%27&thema=%22&jaar=x&soort=*&pagina=-1")]
    [InlineData("?q=jongeren&jaar=999999999&pagina=99999999999")]
    [InlineData("?wijk=utrecht-overvecht")]
    public async Task Whatever_is_asked_gets_a_page(string query)
    {
        await Visitor.GetAsync($"/zoeken{query}");

        ReadsWell();
    }

    [Theory]
    [InlineData("x")]
    [InlineData("é ")]
    [InlineData("\"*")]
    [InlineData("jongeren ")]
    public async Task So_does_who_pastes_ten_thousand_signs(string piece)
    {
        await Visitor.GetAsync("/zoeken?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length))));

        ReadsWell();
    }

    [Fact]
    public async Task A_meeting_that_does_not_go_on_says_so()
    {
        await Server.Db.ExecuteAsync("update meetings set cancellation = 'Storm', cancelled_at = @at", new { at = DateTimeOffset.UnixEpoch }, Ct);

        await Visitor.GetAsync("/zoeken?q=jongeren");

        Assert.Equal("Gaat niet door", Visitor.Page.QuerySelector(".story .badge.late")!.TextContent);
    }

    private void ReadsWell()
    {
        Assert.Equal(HttpStatusCode.OK, Visitor.Status);
        Assert.Single(Visitor.Page.QuerySelectorAll("h1"));
        Assert.Empty(Visitor.Page.QuerySelectorAll("[style], style, script:not([src]), [onclick]"));
        var ids = Visitor.Page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task PlanAsync(int count)
    {
        var meetings = (Web.Meetings.PlanMeeting)Server.Services.GetService(typeof(Web.Meetings.PlanMeeting))!;
        var table = await Server.Db.FindAsync<Guid>("select table_id from meetings", null, Ct);
        for (var number = 0; number < count; number++)
            await meetings.RunAsync(table, new Web.Meetings.MeetingPlan($"Zwembad {number + 100}", "De Boog", new DateTimeOffset(2020, 1, 1, 19, 0, 0, TimeSpan.Zero)), Ct);
    }

    public sealed class OnSqlite() : SearchPageTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SearchPageTests(DatabaseKind.Postgres);
}
