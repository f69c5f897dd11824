using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Decisions;
using Participatie.Core.Meetings;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Meetings;

namespace Participatie.Web.Tests.Reading.OpenData;

/// <summary>What programs learn, and what they never learn.</summary>
public abstract class OpenDataTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Answerer = "Noor van Antwoord";

    private Evening evening = null!;
    private ApiReader? reader;

    private ApiReader Api => reader!;

    private static string Year => TimeProvider.System.GetUtcNow().AddHours(1).Year.ToString(CultureInfo.InvariantCulture);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
        reader = new ApiReader(Server);
    }

    public override async ValueTask DisposeAsync()
    {
        reader?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Before_anything_is_published_there_are_only_plans()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.CloseAsync();
        await evening.Minutes.ShareAsync("Een **concept** dat niemand mag lezen.");

        foreach (var list in (string[])["stemmingen", "verslagen", "besluiten"])
            Assert.Equal(0, (await Api.ReadAsync(list))["totaal"]!.GetValue<int>());
        foreach (var secret in (string[])[$"stemmingen/{evening.PollId}", $"verslagen/{evening.MeetingId}"])
            await Api.AssertProblemAsync($"/api/v1/{secret}", HttpStatusCode.NotFound);
        var all = await Api.EverythingAsync();
        Assert.DoesNotContain("concept", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Evening.Question, all, StringComparison.Ordinal);
        var meeting = await Api.SingleAsync("vergaderingen");
        Assert.Equal(("gehouden", null), (Text(meeting, "status"), meeting["verslag"]));
    }

    [Fact]
    public async Task A_poll_in_preparation_is_nowhere()
    {
        Assert.Empty(await Api.ListAsync("stemmingen"));
        await Api.AssertProblemAsync($"/api/v1/stemmingen/{evening.PollId}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_names_who_works_here_or_lets_anybody_into_a_hall()
    {
        await evening.AddMinuteTakerAsync();
        await AnswerAsync(await HoldAsync());

        var all = await Api.EverythingAsync();

        foreach (var secret in (string[])[evening.Code, Evening.Email, MinutesDesk.Writer, MinutesDesk.Chair, Answerer])
            Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        foreach (var receipt in await Server.Db.QueryAsync<string>("select code from receipts", null, Ct))
            Assert.DoesNotContain(receipt, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_released_result_is_there_with_its_numbers()
    {
        await HoldAsync();

        var vote = await Api.SingleAsync("stemmingen");

        Assert.Equal((Evening.Question, "stemming", "voorTegenOnthouding", "aangenomen"), (Text(vote, "vraag"), Text(vote, "type"), Text(vote, "methode"), Text(vote, "resultaat")));
        Assert.Equal("Aangenomen: 3 van de 4 stemmen zijn voor.", Text(vote, "uitslag"));
        Assert.Equal([("Ja", 3, true), ("Nee", 1, false), ("Ik stem niet mee", 0, false)], vote["keuzes"]!.AsArray().Select(option =>
            (Text(option!, "tekst"), option!["stemmen"]!.GetValue<int>(), option["gekozen"]!.GetValue<bool>())));
        Assert.Equal((4, 4), (vote["uitgebracht"]!.GetValue<int>(), vote["wegen"]!["telefoon"]!.GetValue<int>()));
        using var ballots = await Api.SendAsync(Text(vote, "stembiljetten"));
        Assert.Equal(HttpStatusCode.OK, ballots.StatusCode);
    }

    [Fact]
    public async Task References_lead_from_an_agenda_item_to_the_answer()
    {
        await AnswerAsync(await HoldAsync());

        var decision = await Api.ReadAsync(Text((await Api.SingleAsync("stemmingen"))["besluit"]!, "url"));

        Assert.Equal(("advies", "aangenomen"), (Text(decision, "soort"), Text(decision, "resultaat")));
        Assert.Equal(("deelsOvergenomen", "Er komen lampen."), (Text(decision["antwoord"]!, "oordeel"), Text(decision["antwoord"]!, "motivering")));
        Assert.Equal("Een jongerenwerker erbij", Text(Assert.Single(decision["toezeggingen"]!.AsArray())!, "tekst"));
        var vote = await Api.ReadAsync(Text(decision["stemming"]!, "url"));
        var item = await Api.ReadAsync(Text(vote["agendapunt"]!, "url"));
        Assert.Equal(("Jongerenwerk", 1, "terBesluitvorming"), (Text(item, "titel"), item["volgnummer"]!.GetValue<int>(), Text(item, "doel")));
        var meeting = await Api.ReadAsync(Text(item["vergadering"]!, "url"));
        Assert.Equal("gehouden", Text(meeting, "status"));
        var minutes = await Api.ReadAsync(Text(meeting["verslag"]!, "url"));
        foreach (var file in minutes["bestanden"]!.AsArray())
        {
            using var answer = await Api.SendAsync(Text(file!, "url"));
            Assert.Equal((HttpStatusCode.OK, Text(file!, "formaat")), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }

        foreach (var one in (JsonNode[])[decision, vote, item, meeting, minutes, await Api.ReadAsync(Text(meeting["tafel"]!, "url")), await Api.ReadAsync(Text(meeting["wijk"]!, "url"))])
        {
            using var page = await Api.SendAsync(Text(one, "webpaginalink"));
            Assert.True(page.StatusCode == HttpStatusCode.OK, Text(one, "webpaginalink"));
        }
    }

    [Fact]
    public async Task What_is_struck_from_the_minutes_leaves_the_list_and_keeps_its_address()
    {
        var decision = await HoldAsync();

        await evening.Minutes.CorrectAsync("Er is niets besloten.", "Het besluit stond er ten onrechte.");

        Assert.Empty(await Api.ListAsync("besluiten"));
        var struck = await Api.ReadAsync($"besluiten/{decision}");
        Assert.Equal(2, struck["vervallenInVersie"]!.GetValue<int>());
        Assert.Null((await Api.SingleAsync("stemmingen"))["besluit"]);
        Assert.Equal(2, (await Api.SingleAsync("verslagen"))["versie"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_filter_leaves_what_belongs_to_it()
    {
        var decision = await HoldAsync();
        await Server.Db.ExecuteAsync("insert into decision_themes (decision_id, theme) values (@decision, 'jeugd')", new { decision }, Ct);

        foreach (var list in (string[])["vergaderingen", "agendapunten", "stemmingen", "verslagen", "besluiten"])
        {
            foreach (var (filter, found) in new[]
            {
                ("wijk=utrecht-overvecht", 1), ("wijk=delft-west", 0), ($"tafel={Evening.TableSlug}", 1), ("tafel=bestuurstafel-overvecht", 0),
                ($"jaar={Year}", 1), ("jaar=1999", 0), ($"wijk=utrecht-overvecht&tafel={Evening.TableSlug}&jaar={Year}", 1),
            })
                Assert.True(found == (await Api.ListAsync($"{list}?{filter}")).Count, $"{list}?{filter}");
        }

        foreach (var list in (string[])["agendapunten", "stemmingen", "besluiten"])
        {
            await Api.SingleAsync($"{list}?vergadering={evening.MeetingId}");
            Assert.Empty(await Api.ListAsync($"{list}?vergadering={Guid.NewGuid()}"));
        }

        await Api.SingleAsync("besluiten?thema=Jeugd");
        Assert.Empty(await Api.ListAsync("besluiten?thema=wonen"));
        Assert.Equal(2, (await Api.ListAsync("tafels?wijk=utrecht-overvecht")).Count);
        Assert.Empty(await Api.ListAsync("tafels?wijk=delft-west"));
    }

    [Fact]
    public async Task A_year_is_a_year_in_the_Netherlands()
    {
        await Server.Db.ExecuteAsync("update meetings set starts_at = @startsAt", new { startsAt = new DateTimeOffset(2025, 12, 31, 23, 30, 0, TimeSpan.Zero) }, Ct);

        await Api.SingleAsync("vergaderingen?jaar=2026");
        Assert.Empty(await Api.ListAsync("vergaderingen?jaar=2025"));
    }

    [Fact]
    public async Task Meetings_are_found_by_how_it_stands_with_them()
    {
        await AssertStatusAsync("gepland");
        await Get<CancelMeeting>().RunAsync(evening.MeetingId, "De zaal is niet vrij.", "Samira", Ct);
        Assert.Equal("De zaal is niet vrij.", Text(await AssertStatusAsync("geannuleerd"), "redenAnnulering"));
        await Get<ReinstateMeeting>().RunAsync(evening.MeetingId, "Samira", Ct);
        await evening.OpenAsync();
        await AssertStatusAsync("bezig");
        await evening.CloseAsync();
        await AssertStatusAsync("gehouden");
    }

    [Fact]
    public async Task The_links_lead_past_everything_exactly_once()
    {
        for (var number = 1; number <= 6; number++)
            await Get<AgendaStore>().AddAsync(RowKey.New(), evening.MeetingId, new ItemPlan($"Punt {number}", "", 5, ItemKind.Discuss), Ct);

        await AssertWalkAsync("wijken", 3);
        await AssertWalkAsync("wijken", 20);
        await AssertWalkAsync("agendapunten", 2);
    }

    private async Task AssertWalkAsync(string list, int count)
    {
        var all = (await Api.ListAsync($"{list}?aantal=100")).Select(item => item["id"]!.ToString()).ToList();
        Assert.InRange(all.Count, 7, 100);

        var (seen, pages, next) = (new List<string>(), new List<string>(), (string?)$"{list}?aantal={count}");
        while (next is not null)
        {
            var page = await Api.ReadAsync(next);
            seen.AddRange(page["resultaten"]!.AsArray().Select(item => item!["id"]!.ToString()));
            Assert.Equal(all.Count, page["totaal"]!.GetValue<int>());
            Assert.Equal(pages.LastOrDefault(), page["_links"]!["prev"]?["href"]!.ToString());
            pages.Add(page["_links"]!["self"]!["href"]!.ToString());
            Assert.Equal(pages[0], page["_links"]!["first"]!["href"]!.ToString());
            next = page["_links"]!["next"]?["href"]!.ToString();
            if (next is null)
                Assert.Equal(pages[^1], page["_links"]!["last"]!["href"]!.ToString());
        }

        Assert.Equal(all, seen);
        Assert.Equal((all.Count + count - 1) / count, pages.Count);
    }

    [Fact]
    public async Task The_header_says_the_same_as_the_links()
    {
        using var answer = await Api.SendAsync("/api/v1/wijken?aantal=5&pagina=2");

        var links = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["_links"]!.AsObject();
        Assert.Equal(links.Select(link => $"<{link.Value!["href"]}>; rel=\"{link.Key}\""), Assert.Single(answer.Headers.GetValues("Link")).Split(", "));
        Assert.Equal(["self", "first", "prev", "next", "last"], links.Select(link => link.Key));
    }

    private async Task<Guid> HoldAsync()
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
        await evening.CloseAsync();
        await evening.PublishAsync();
        return await Server.Db.FindAsync<Guid>("select id from decisions", null, Ct);
    }

    private async Task AnswerAsync(Guid decision)
    {
        var addressed = (await Get<AnswerStore>().AddressedAsync(decision, Ct))!;
        var due = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(9);
        Assert.Equal(AnswerStep.Done, await Get<AnswerDecision>().RunAsync(decision, addressed, ResponseVerdict.PartlyAdopted, "Er komen lampen.", Answerer, Ct));
        Assert.Equal(CommitmentStep.Done, await Get<MakeCommitment>().RunAsync(decision, addressed, "Een jongerenwerker erbij", "De gemeente", due, Answerer, Ct));
    }

    private async Task<JsonNode> AssertStatusAsync(string status)
    {
        var meeting = await Api.SingleAsync($"vergaderingen?status={status}");
        Assert.Equal(status, Text(meeting, "status"));
        foreach (var other in (string[])["gepland", "bezig", "gehouden", "geannuleerd"])
            Assert.Equal(string.Equals(other, status, StringComparison.Ordinal) ? 1 : 0, (await Api.ListAsync($"vergaderingen?status={other}")).Count);
        return meeting;
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();

    public sealed class OnSqlite() : OpenDataTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : OpenDataTests(DatabaseKind.Postgres);
}
