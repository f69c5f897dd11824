using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Decisions;
using Participatie.Core.Meetings;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;
using Participatie.Web.Reading.Search;
using Participatie.Web.Shared;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Reading.Search;

/// <summary>What is found of a meeting in the course of its life, and what is never found.</summary>
public abstract class SearchTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Notes =
        """
        # Verslag

        ## Jongerenwerk

        Bij de coöperatie staan bomen.

        [[uitslag 1]]

        ::: advies
        Stemming: 1
        Thema: jeugd

        Er komt een **skatebaan**.

        De jeugd verveelt zich.
        :::
        """;

    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    [Fact]
    public async Task An_agenda_is_found_as_soon_as_its_meeting_page_shows_it()
    {
        var found = Assert.Single(await FindAsync("jongerenwerk"));

        Assert.Equal((DocumentKind.Agenda, $"/bijeenkomsten/{evening.MeetingId}"), (found.Kind, found.Address));
        Assert.Equal("De Dreef\nJongerenwerk\nWaar gaat het geld heen? <script>", found.Body);
    }

    [Fact]
    public async Task An_agenda_is_found_as_it_is_now()
    {
        var agenda = Get<AgendaStore>();
        await agenda.ChangeAsync(evening.ItemId, new ItemPlan("Fietsenstalling", "", 20, ItemKind.Decide), Ct);
        Assert.Empty(await FindAsync("jongerenwerk"));
        Assert.Single(await FindAsync("fietsenstalling"));

        await agenda.RemoveAsync(evening.ItemId, Ct);
        Assert.Empty(await FindAsync("fietsenstalling"));

        await Get<MeetingStore>().ReplanAsync(evening.MeetingId, new MeetingPlan("Het zwembad", "De Boog", TimeProvider.System.GetUtcNow().AddDays(400)), Ct);
        Assert.Equal("Het zwembad", Assert.Single(await FindAsync("zwembad")).Title);
        Assert.Empty(await FindAsync("geld"));
    }

    [Fact]
    public async Task Nothing_of_a_poll_or_of_a_draft_is_found_before_it_is_published()
    {
        await HoldAsync(released: false);
        await Get<SaveMinutes>().RunAsync(evening.MeetingId, Notes, revision: 0, "Samira", Ct);

        await FindsNothingAsync("skatebaan", "bomen", "aangenomen", "percentage", "30% van het geld naar jongerenwerk", "stemming", "verveelt", evening.Code);
        await Get<RebuildIndex>().RunAsync(Ct);
        await FindsNothingAsync("skatebaan", "bomen", "aangenomen", "stemming", "verveelt", evening.Code);
    }

    [Fact]
    public async Task A_result_that_was_not_released_is_not_found_in_published_minutes_either()
    {
        await HoldAsync(released: false);
        await PublishAsync("## Jongerenwerk\n\nWe stemden.\n\n[[uitslag 1]]");

        Assert.Equal(DocumentKind.Minutes, Assert.Single(await FindAsync("stemden")).Kind);
        await FindsNothingAsync("aangenomen");
    }

    [Fact]
    public async Task Published_minutes_and_their_decisions_are_found_with_the_result()
    {
        await HoldAsync(released: true);
        await PublishAsync(Notes);

        Assert.Equal([(DocumentKind.Minutes, $"/verslagen/{evening.MeetingId}")], (await FindAsync("cooperatie boom")).Select(found => (found.Kind, found.Address)));
        Assert.Single(await FindAsync("aangenomen"));
        var advice = (await FindAsync("skatebanen"))[0];
        Assert.Equal((DocumentKind.Advice, "Er komt een skatebaan."), (advice.Kind, advice.Title));
        Assert.Equal($"/besluiten/{advice.SourceId}", advice.Address);
    }

    [Fact]
    public async Task An_answer_is_found_with_what_was_promised_and_done()
    {
        var (decisionId, addressed) = await AnswerAsync();
        await Get<MakeCommitment>().RunAsync(decisionId, addressed, "Beton storten", "Gemeente", new DateOnly(2099, 1, 1), "Noor", Ct);
        var commitment = Assert.Single(await Get<AnswerStore>().CommitmentsAsync(decisionId, Ct));
        await Get<TellProgress>().RunAsync(decisionId, addressed, commitment.Id, "De aannemer is gebeld.", done: false, "Noor", Ct);

        foreach (var words in (string[])["subsidie", "beton", "aannemers"])
        {
            var answer = Assert.Single(await FindAsync(words));
            Assert.Equal((DocumentKind.Answer, $"/besluiten/{decisionId}#antwoord"), (answer.Kind, answer.Address));
        }
    }

    [Fact]
    public async Task Filters_and_words_all_have_to_hold()
    {
        await AnswerAsync();
        var year = DutchTime.Local(TimeProvider.System.GetUtcNow().AddHours(1)).Year;

        DocumentKind[] withTheme = [DocumentKind.Minutes, DocumentKind.Advice, DocumentKind.Answer];
        Assert.Equal([DocumentKind.Agenda, .. withTheme], (await FindAsync("", area: "utrecht-overvecht")).Select(found => found.Kind).Order());
        Assert.Empty(await FindAsync("", area: "delft-west"));
        Assert.Equal(withTheme, (await FindAsync("skatebaan", theme: "jeugd")).Select(found => found.Kind).Order());
        Assert.Empty(await FindAsync("skatebaan", theme: "wonen"));
        Assert.Single(await FindAsync("skatebaan", kind: DocumentKind.Answer));
        Assert.Equal(3, (await FindAsync("skatebaan", year: year)).Count);
        Assert.Empty(await FindAsync("skatebaan", year: year - 1));
    }

    [Fact]
    public async Task The_title_comes_first_and_then_the_newest()
    {
        var tableId = (await Get<MeetingStore>().FindAsync(evening.MeetingId, Ct))!.TableId;
        foreach (var (title, item, year) in new[] { ("Oud", "De vijver", 2001), ("De vijver", "Iets", 2000), ("Nieuw", "De vijver", 2003), ("Vijvers", "Iets", 2002) })
        {
            var id = await Get<PlanMeeting>().RunAsync(tableId, new MeetingPlan(title, "De Boog", new DateTimeOffset(year, 6, 1, 18, 0, 0, TimeSpan.Zero)), Ct);
            await Get<AgendaStore>().AddAsync(RowKey.New(), id, new ItemPlan(item, "", 10, ItemKind.Inform), Ct);
        }

        Assert.Equal(["Vijvers", "De vijver", "Nieuw", "Oud"], (await FindAsync("vijver")).Select(found => found.Title));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'; drop table documents; --")]
    [InlineData("jongerenwerk\" OR \"x")]
    [InlineData("' | 'a':* & !'b")]
    [InlineData("NEAR(jongerenwerk geld) AND NOT *")]
    [InlineData("terms:geld ^geld -geld {a b}: =kind:agenda")]
    [InlineData("\\ \ud800 \uffff % _ ( ) < > ½ ﷺ 🙂")]
    public async Task Signs_mean_nothing(string typed)
    {
        await FindAsync(typed);

        Assert.Single(await FindAsync("jongerenwerk"));
    }

    [Fact]
    public async Task A_whole_book_is_asked_for_by_its_first_words()
    {
        var book = Question.Of(string.Join(' ', Enumerable.Range(100, 3_000)));

        Assert.Equal(Question.MostWords, book.Words.Count);
        Assert.Equal(0, (await Get<SearchDocuments>().FindAsync(book, 1, Ct)).Count);
    }

    [Fact]
    public async Task A_page_that_is_not_there_becomes_the_last()
    {
        var found = await Get<SearchDocuments>().FindAsync(Question.Of("jongerenwerk"), page: 9_000, Ct);

        Assert.Equal((1, 1, 1), (found.Number, found.Pages, found.Page.Count));
    }

    [Fact]
    public async Task The_index_can_be_made_anew_and_is_the_same()
    {
        await AnswerAsync();
        var before = await FindAsync("", area: "utrecht-overvecht");
        await Server.Db.ExecuteAsync("delete from document_terms; delete from documents;", null, Ct);
        await FindsNothingAsync("skatebaan");

        Assert.Equal(1, await Get<RebuildIndex>().CompleteAsync(Ct));

        Assert.Equal(before, await FindAsync("", area: "utrecht-overvecht"));
        Assert.Equal(0, await Get<RebuildIndex>().CompleteAsync(Ct));
        Assert.Equal(1, await Get<RebuildIndex>().RunAsync(Ct));
        Assert.Equal(before, await FindAsync("", area: "utrecht-overvecht"));
    }

    [Fact]
    public async Task Meetings_that_change_at_once_do_not_wait_for_each_other_for_ever()
    {
        var tableId = await Server.Db.AddTableAsync(Ct);
        var at = new DateTimeOffset(2030, 1, 1, 19, 0, 0, TimeSpan.Zero);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => Get<PlanMeeting>().RunAsync(tableId, new MeetingPlan($"Gelijk {number}", "Hier", at), Ct), Ct)));

        Assert.Equal(12, (await Get<SearchDocuments>().FindAsync(Question.Of("gelijk"), 1, Ct)).Count);
    }

    [Theory]
    [InlineData("ver", 1)]
    [InlineData("ve", 0)]
    [InlineData("verkeers", 1)]
    [InlineData("verkeersdrempel", 1)]
    [InlineData("verkeersdrempelsx", 0)]
    [InlineData("x𝒳𝒳", 1)]
    [InlineData("drempels", 0)]
    public async Task A_word_is_found_by_its_beginning(string beginning, int count)
    {
        await Get<AgendaStore>().ChangeAsync(evening.ItemId, new ItemPlan("Verkeersdrempels", "x𝒳𝒳𝒳𝒳", 20, ItemKind.Decide), Ct);

        Assert.Equal(count, (await FindAsync(beginning)).Count);
    }

    [Fact]
    public async Task A_text_without_end_can_still_be_published()
    {
        await HoldAsync(released: true);
        await PublishAsync("## Lang\n\n" + string.Join(' ', Enumerable.Range(1_000_000, 20_000)));

        Assert.Single(await FindAsync("lang", kind: DocumentKind.Minutes));
    }

    private async Task HoldAsync(bool released)
    {
        await evening.OpenAsync();
        await evening.VoteAsync();
        if (released)
            await evening.ReleaseAsync();
        await evening.CloseAsync();
    }

    private Task PublishAsync(string text) => evening.Minutes.PublishAsync(text);

    private async Task<(Guid Id, AddressedRow Addressed)> AnswerAsync()
    {
        await HoldAsync(released: true);
        await PublishAsync(Notes);
        var decision = Assert.Single(await Get<DecisionRegister>().OfMeetingAsync(evening.MeetingId, Ct));
        var addressed = (await Get<AnswerStore>().AddressedAsync(decision.Id, Ct))!;
        Assert.Equal(AnswerStep.Done, await Get<AnswerDecision>().RunAsync(decision.Id, addressed, ResponseVerdict.Adopted, "Er is **subsidie**.", "Noor", Ct));
        return (decision.Id, addressed);
    }

    private async Task<IReadOnlyList<FoundRow>> FindAsync(string words, string? area = null, string? theme = null, int? year = null, DocumentKind? kind = null) =>
        (await Get<SearchDocuments>().FindAsync(Question.Of(words, area, theme, year, kind), 1, Ct)).Page;

    private async Task FindsNothingAsync(params string[] all)
    {
        foreach (var words in all)
            Assert.Empty(await FindAsync(words));
    }

    private T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();

    public sealed class OnSqlite() : SearchTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SearchTests(DatabaseKind.Postgres);
}
