using System.Net;
using System.Xml;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Decisions;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Reading.Feeds;

/// <summary>The news that people follow, read by feedsmith.</summary>
public abstract class AtomFeedTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Area = "/wijken/utrecht-overvecht";
    private const string Table = $"/tafels/{Evening.TableSlug}";

    private static readonly string[] Owners = ["", Area, Table];

    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    [Fact]
    public async Task A_decision_is_news_when_its_minutes_are_published()
    {
        await HoldAsync(publish: false);
        Assert.Empty((await ReadAsync("/besluiten.atom")).Entries);

        await evening.PublishAsync();

        var id = await DecisionAsync();
        var published = await Server.Db.FindAsync<DateTimeOffset>("select published_at from published_minutes", null, Ct);
        foreach (var owner in Owners)
        {
            var feed = await ReadAsync($"{owner}/besluiten.atom");
            var decision = Assert.Single(feed.Entries);
            Assert.Equal(($"urn:uuid:{id}", $"Advies: {Evening.Question}", "Wijktafel Overvecht"), (decision.Id, decision.Title, decision.Author));
            Assert.Equal((Full($"/besluiten/{id}"), Full($"/besluiten/{id}")), (decision.Url, decision.Base));
            Assert.Equal((decision.Published, feed.Updated), (decision.Updated, decision.Published));
            Assert.InRange(decision.Published, published.AddSeconds(-1), published);
            Assert.Contains("<p>Aangenomen</p>", decision.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Minutes_are_news_with_all_that_they_say()
    {
        await HoldAsync(publish: true);

        foreach (var owner in Owners)
        {
            var minutes = Assert.Single((await ReadAsync($"{owner}/verslagen.atom")).Entries);
            Assert.Equal(($"urn:uuid:{evening.MeetingId}#verslag", "Verslag van Geld voor <jongeren>"), (minutes.Id, minutes.Title));
            Assert.Equal(Full($"/verslagen/{evening.MeetingId}"), minutes.Url);
            Assert.Contains("<h2", minutes.Html, StringComparison.Ordinal);
            Assert.Contains("Jongerenwerk", minutes.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_answer_is_news_of_who_answers()
    {
        var advice = await AdviseAsync();
        Assert.Empty((await ReadAsync("/antwoorden.atom")).Entries);

        await AnswerAsync(advice, "Er komen lampen: **warm** licht 🌳, & <script>stil()</script>.");

        foreach (var owner in Owners)
        {
            var answer = Assert.Single((await ReadAsync($"{owner}/antwoorden.atom")).Entries);
            Assert.Equal(($"urn:uuid:{advice}#antwoord", $"Antwoord op: {Evening.Question}", "Bestuurstafel Overvecht"), (answer.Id, answer.Title, answer.Author));
            Assert.Equal(Full($"/besluiten/{advice}"), answer.Url);
            Assert.Contains("<p>Voor een deel overgenomen</p>", answer.Html, StringComparison.Ordinal);
            Assert.Contains("<strong>warm</strong> licht 🌳, &amp; &lt;script&gt;", answer.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_comes_before_and_after_an_answer_is_news_too()
    {
        var advice = await AdviseAsync();
        var addressed = (await Server.Services.GetRequiredService<AnswerStore>().AddressedAsync(advice, Ct))!;
        var later = DutchTime.Today(DateTimeOffset.UtcNow).AddDays(70);
        Assert.Equal(PostponeStep.Done, await Server.Services.GetRequiredService<PostponeAnswer>().RunAsync(advice, addressed, later, "We *rekenen* nog.", "Noor", Ct));
        await AnswerAsync(advice, "Goed plan.");
        Assert.Equal(CommitmentStep.Done, await Server.Services.GetRequiredService<MakeCommitment>().RunAsync(advice, addressed, "Lampen ophangen", "De gemeente", later, "Noor", Ct));
        var promise = Assert.Single(await Server.Services.GetRequiredService<AnswerStore>().CommitmentsAsync(advice, Ct)).Id;
        var tell = Server.Services.GetRequiredService<TellProgress>();
        Assert.Equal(ProgressStep.Done, await tell.RunAsync(advice, addressed, promise, "De palen staan.", done: false, "Noor", Ct));
        Assert.Equal(ProgressStep.Done, await tell.RunAsync(advice, addressed, promise, "Ze branden.", done: true, "Noor", Ct));

        var news = (await ReadAsync("/antwoorden.atom")).Entries;

        Assert.Equal(
            ["Klaar: Lampen ophangen", "Hoe het gaat: Lampen ophangen", $"Antwoord op: {Evening.Question}", $"Antwoord uitgesteld: {Evening.Question}"],
            news.Select(entry => entry.Title));
        Assert.Equal(4, news.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(news, entry => Assert.Equal(Full($"/besluiten/{advice}"), entry.Url));
        Assert.Contains($"<p>Het antwoord komt uiterlijk {DutchTime.Date(later)}.</p>", news[^1].Html, StringComparison.Ordinal);
        Assert.Contains("<em>rekenen</em>", news[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_xml_cannot_write_is_left_out()
    {
        var advice = await AdviseAsync();
        await AnswerAsync(advice, "Ja\u0008 en\uFFFF nee.");

        Assert.Contains("Ja en nee.", Assert.Single((await ReadAsync("/antwoorden.atom")).Entries).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_says_what_it_is_and_whose_news_it_brings()
    {
        foreach (var (path, title, page) in new[]
        {
            ("/besluiten.atom", "Besluiten van alle tafels", "/"),
            ($"{Area}/verslagen.atom", "Verslagen van Utrecht Overvecht", Area),
            ($"{Table}/antwoorden.atom", "Antwoorden aan Wijktafel Overvecht", Table),
        })
        {
            using var answer = await Visitor.Http.GetAsync(path, Ct);
            Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());

            var feed = await NewsFeed.ReadAsync(await answer.Content.ReadAsStringAsync(Ct));
            Assert.Equal((Full(path), title, "nl"), (feed.Id, feed.Title, feed.Language));
            Assert.Equal((Full(path), Full(page)), (feed.Self, feed.Url));
            Assert.Empty(feed.Entries);
        }
    }

    [Fact]
    public async Task News_of_one_area_is_not_in_the_feed_of_another()
    {
        await HoldAsync(publish: true);

        foreach (var owner in (string[])["/wijken/delft-west", "/tafels/bestuurstafel-overvecht"])
        {
            Assert.Empty((await ReadAsync($"{owner}/besluiten.atom")).Entries);
            Assert.Empty((await ReadAsync($"{owner}/verslagen.atom")).Entries);
        }
    }

    [Fact]
    public async Task A_place_that_does_not_exist_has_no_news()
    {
        foreach (var path in (string[])["/wijken/atlantis/besluiten.atom", "/tafels/atlantis/verslagen.atom"])
        {
            using var unknown = await Visitor.Http.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/agenda", "")]
    [InlineData("/besluiten", "")]
    [InlineData("/agenda?wijk=utrecht-overvecht", Area)]
    [InlineData(Area, Area)]
    [InlineData($"{Area}/u-zei-wij-deden", Area)]
    [InlineData(Table, Table)]
    public async Task A_page_leads_programs_to_its_news(string page, string owner)
    {
        await Visitor.GetAsync(page);

        var links = Visitor.Page.QuerySelectorAll("link[rel=alternate][type='application/atom+xml']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal([$"{owner}/besluiten.atom", $"{owner}/verslagen.atom", $"{owner}/antwoorden.atom"], links);
        foreach (var link in links)
            await ReadAsync(link);
    }

    private async Task HoldAsync(bool publish)
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await evening.CloseAsync();
        if (publish)
            await evening.PublishAsync();
    }

    private async Task<Guid> AdviseAsync()
    {
        await HoldAsync(publish: true);
        return await DecisionAsync();
    }

    private Task<Guid> DecisionAsync() => Server.Db.FindAsync<Guid>("select id from decisions", null, Ct);

    private async Task AnswerAsync(Guid advice, string reasons)
    {
        var addressed = (await Server.Services.GetRequiredService<AnswerStore>().AddressedAsync(advice, Ct))!;
        var step = await Server.Services.GetRequiredService<AnswerDecision>().RunAsync(advice, addressed, ResponseVerdict.PartlyAdopted, reasons, "Noor", Ct);
        Assert.Equal(AnswerStep.Done, step);
    }

    private string Full(string path) => new Uri(Server.Address, path).AbsoluteUri;

    /// <summary>Reads a feed twice: strictly as XML, and as a reader of news does.</summary>
    private async Task<NewsFeed> ReadAsync(string path)
    {
        var file = await Visitor.Http.GetStringAsync(path, Ct);
        new XmlDocument { XmlResolver = null }.LoadXml(file);
        return await NewsFeed.ReadAsync(file);
    }

    public sealed class OnSqlite() : AtomFeedTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : AtomFeedTests(DatabaseKind.Postgres);
}
