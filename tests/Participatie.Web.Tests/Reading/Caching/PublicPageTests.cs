using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Decisions;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Meetings;
using Participatie.Web.Tables;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Reading.Caching;

/// <summary>Readers share a copy of a page, and never see one that is out of date or somebody else's.</summary>
public abstract class PublicPageTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Area = "/wijken/utrecht-overvecht";
    private const string Table = $"/tafels/{Evening.TableSlug}";

    private Evening evening = null!;

    private string Meeting => $"/bijeenkomsten/{evening.MeetingId}";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    [Fact]
    public async Task The_second_reader_gets_the_copy_that_was_made_for_the_first()
    {
        await HoldAsync();
        var decision = await DecisionAsync();

        foreach (var path in (string[])["/", "/wijken", Area, $"{Area}/u-zei-wij-deden", Table, Meeting, $"/verslagen/{evening.MeetingId}", $"/verslagen/{evening.MeetingId}.md", "/besluiten", $"/besluiten/{decision}", $"/stemmingen/{evening.PollId}", "/agenda", "/agenda.ics", "/besluiten.atom", $"{Area}/verslagen.atom", "/api/v1/vergaderingen", "/api/v1/openapi.json", "/open-data", "/privacy", "/toegankelijkheid"])
        {
            using var first = await AskAsync(path);
            using var second = await AskAsync(path);

            Assert.True(first is { StatusCode: HttpStatusCode.OK, Headers.Age: null }, path);
            Assert.True(second is { StatusCode: HttpStatusCode.OK, Headers.Age: not null }, path);
            Assert.True(second.Headers.CacheControl is { Public: true, NoCache: true }, path);
            Assert.Equal(first.Headers.ETag, second.Headers.ETag);
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(Ct), await second.Content.ReadAsByteArrayAsync(Ct));
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task A_copy_is_for_who_can_unpack_it(string encoding)
    {
        foreach (var other in (string[])["br", "gzip", ""])
            (await AskAsync("/", encoding: other)).Dispose();

        using var copy = await AskAsync("/", encoding: encoding);

        Assert.NotNull(copy.Headers.Age);
        Assert.Equal(encoding, string.Concat(copy.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", copy.Headers.Vary);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Area)]
    [InlineData("/besluiten?wijk=utrecht-overvecht")]
    [InlineData("/besluiten.atom")]
    public async Task Who_has_the_page_already_gets_nothing_until_it_changes(string path)
    {
        using var first = await AskAsync(path);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);

        using var again = await AskAsync(path, tag);
        Assert.Equal((HttpStatusCode.NotModified, tag), (again.StatusCode, again.Headers.ETag));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Ct));

        // Something happens elsewhere: it is rendered anew, and is the same.
        await Get<AddTable>().RunAsync("Wijktafel Delft", TableKind.Neighbourhood, "delft-west", Ct);
        using var later = await AskAsync(path, tag);
        Assert.Equal(HttpStatusCode.NotModified, later.StatusCode);

        await HoldAsync();
        using var changed = await AskAsync(path, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);
    }

    [Fact]
    public async Task What_is_published_is_seen_at_once()
    {
        await SeesAsync(Meeting, "Gepland");
        await Get<CancelMeeting>().RunAsync(evening.MeetingId, "De zaal is niet vrij.", "Samira", Ct);
        foreach (var path in (string[])["/", "/agenda", Area, Table, Meeting, "/agenda.ics"])
            await SeesAsync(path, "De zaal is niet vrij.");

        await Get<ReinstateMeeting>().RunAsync(evening.MeetingId, "Samira", Ct);
        await SeesAsync("/", "De Dreef", not: "De zaal is niet vrij.");
        await evening.OpenAsync();
        await SeesAsync("/", "Nu bezig");
        await evening.VoteAsync();
        await SeesAsync(Meeting, "Jongerenwerk", not: "Aangenomen");
        await evening.ReleaseAsync();
        await SeesAsync(Meeting, "Aangenomen");
        await evening.CloseAsync();
        await SeesAsync(Meeting, "Het verslag is nog niet klaar.");
        await SeesAsync("/besluiten", "Er zijn nog geen besluiten.");
        await evening.PublishAsync();
        foreach (var path in (string[])["/", "/besluiten", Area, Table, "/besluiten.atom", "/verslagen.atom", "/api/v1/besluiten"])
            await SeesAsync(path, Evening.Question);
        await SeesAsync(Meeting, "Lees het verslag");
    }

    [Fact]
    public async Task An_answer_and_what_comes_of_it_is_seen_at_once()
    {
        await HoldAsync();
        var id = await DecisionAsync();
        var addressed = (await Get<AnswerStore>().AddressedAsync(id, Ct))!;
        var tomorrow = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);
        await SeesAsync($"/besluiten/{id}", "heeft nog niet geantwoord");

        await Get<AnswerDecision>().RunAsync(id, addressed, ResponseVerdict.Adopted, "We doen het.", "Noor", Ct);
        await SeesAsync($"/besluiten/{id}", "We doen het.");
        await SeesAsync("/antwoorden.atom", "We doen het.");
        await Get<MakeCommitment>().RunAsync(id, addressed, "Een jongerenwerker erbij", "De gemeente", tomorrow, "Noor", Ct);
        await SeesAsync($"/besluiten/{id}", "Een jongerenwerker erbij");
        var commitment = (await Get<AnswerStore>().CommitmentsAsync(id, Ct)).Single().Id;
        await Get<TellProgress>().RunAsync(id, addressed, commitment, "Zij is begonnen.", done: true, "Noor", Ct);
        await SeesAsync($"/besluiten/{id}", "Zij is begonnen.");
        await SeesAsync(Area, "Klaar: Een jongerenwerker erbij");
    }

    [Fact]
    public async Task New_places_meetings_and_agendas_are_seen_at_once()
    {
        await SeesAsync(Area, "Wijktafel Overvecht", not: "Jongerentafel");
        await Get<AddTable>().RunAsync("Jongerentafel Overvecht", TableKind.Youth, "utrecht-overvecht", Ct);
        await SeesAsync(Area, "Jongerentafel");

        var table = (await Get<TableStore>().TablesAsync(Ct)).Single(table => string.Equals(table.Slug, Evening.TableSlug, StringComparison.Ordinal));
        await SeesAsync("/agenda", "De Dreef", not: "De Boog");
        var next = await Get<PlanMeeting>().RunAsync(table.Id, new MeetingPlan("Het plein", "De Boog", TimeProvider.System.GetUtcNow().AddDays(2)), Ct);
        await SeesAsync("/agenda", "De Boog");
        await Get<MeetingStore>().ReplanAsync(next, new MeetingPlan("Het plein", "De Kans", TimeProvider.System.GetUtcNow().AddDays(2)), Ct);
        await SeesAsync("/agenda", "De Kans", not: "De Boog");
        await Get<AgendaStore>().ChangeAsync(evening.ItemId, new ItemPlan("Nachtwacht", "", 10, Core.Meetings.ItemKind.Discuss), Ct);
        await SeesAsync(Meeting, "Nachtwacht", not: "Jongerenwerk");
    }

    [Fact]
    public async Task Staff_get_pages_of_their_own_and_nobody_gets_theirs()
    {
        using var noor = await Server.SignInAsync(StaffRole.Administrator);

        foreach (var path in (string[])["/", Area, Meeting, "/besluiten"])
        {
            foreach (var _ in (int[])[1, 2])
            {
                using var own = await noor.Http.GetAsync(path, Ct);
                Assert.True(own.Headers is { Age: null, CacheControl.Public: false }, path);
                Assert.Contains("Uitloggen", await own.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            }

            await SeesAsync(path, "Inloggen voor medewerkers", not: "Uitloggen");
            using var still = await noor.Http.GetAsync(path, Ct);
            Assert.Contains("Uitloggen", await still.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_phone_in_the_hall_reads_the_same_page_as_everybody()
    {
        await evening.OpenAsync();
        using var phone = Server.NewVisitor();
        await phone.GetAsync($"/m/{evening.Code}");
        Assert.Contains("deelnemer=", phone.Cookies, StringComparison.Ordinal);
        using var anybody = await AskAsync(Meeting);

        await phone.GetAsync(Meeting);

        Assert.Equal(await anybody.Content.ReadAsStringAsync(Ct), phone.Source);
    }

    [Fact]
    public async Task No_public_page_asks_a_reader_for_a_token()
    {
        await HoldAsync();
        foreach (var path in (string[])["/", "/wijken", Area, Table, Meeting, "/besluiten", "/agenda", $"/stemmingen/{evening.PollId}"])
        {
            using var page = await AskAsync(path);
            Assert.DoesNotContain("__RequestVerificationToken", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            Assert.False(page.Headers.Contains("Set-Cookie"), path);
        }
    }

    [Theory]
    [InlineData("/meedoen")]
    [InlineData("/inloggen")]
    [InlineData("/besluiten?wijk=utrecht-overvecht")]
    [InlineData("/wijken/atlantis")]
    [InlineData("/atlantis.atom")]
    public async Task What_is_for_one_reader_or_is_not_there_is_not_kept(string path)
    {
        (await AskAsync(path)).Dispose();

        using var second = await AskAsync(path);

        Assert.Null(second.Headers.Age);
    }

    [Fact]
    public async Task A_code_typed_on_the_front_page_leads_where_it_leads_from_a_wall_or_a_pass()
    {
        foreach (var (typed, leads) in new[] { (evening.Code.ToLowerInvariant(), $"/m/{evening.Code}"), ("zzzz-zzzz", "/p/ZZZZZZZZ"), ("ja", "/meedoen?code=ja") })
        {
            await Visitor.GetAsync("/");
            await Visitor.SubmitAsync(form => form.Type("code", typed), "form[action='/meedoen']");
            Assert.Equal(leads, Visitor.Path);
        }

        Assert.Contains("Deze code kennen we niet.", Visitor.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ja", Visitor.Page.QuerySelector("input[name=code]")!.GetAttribute("value"));
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

    /// <summary>Reads twice: what was made anew, and its copy.</summary>
    private async Task SeesAsync(string path, string text, string? not = null)
    {
        foreach (var copied in (bool[])[false, true])
        {
            using var answer = await AskAsync(path);
            var page = (await answer.Content.ReadAsStringAsync(Ct)).Replace("\r\n ", "", StringComparison.Ordinal);
            Assert.True(page.Contains(text, StringComparison.Ordinal), $"{path} does not say '{text}'.");
            Assert.True(not is null || !page.Contains(not, StringComparison.Ordinal), $"{path} says '{not}'.");
            Assert.True(!copied || answer.Headers.Age is not null, $"{path} is no copy.");
        }
    }

    /// <summary>Somebody new asks for a page.</summary>
    private async Task<HttpResponseMessage> AskAsync(string path, EntityTagHeaderValue? known = null, string encoding = "")
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Address, path));
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        if (encoding.Length > 0)
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        var answer = await client.SendAsync(request, Ct);
        await answer.Content.LoadIntoBufferAsync(Ct);
        return answer;
    }

    private T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();

    public sealed class OnSqlite() : PublicPageTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : PublicPageTests(DatabaseKind.Postgres);
}
