using Microsoft.Extensions.Options;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;
using Participatie.Web.Tests.Data;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Minutes;

/// <summary>Saving and publishing, as two minute takers at two computers do it.</summary>
public abstract class MinutesTests(DatabaseKind kind) : StoreTests(kind)
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 12, 18, 30, 0, TimeSpan.Zero);

    private Guid meetingId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        meetingId = await Db.AddMeetingAsync(Evening, Ct);
        await Db.ExecuteAsync("update meetings set state = 'closed'", null, Ct);
    }

    private MinutesStore Store => new(Db);

    private SaveMinutes Save => new(Store, Limits, TimeProvider.System);

    private PublishMinutes Publish => new(Db, Store, MinutesReading.New(), Limits, TimeProvider.System);

    private static IOptions<MinutesOptions> Limits => Options.Create(new MinutesOptions { LongestText = 1_000 });

    [Fact]
    public async Task A_saved_text_is_there_the_next_time()
    {
        Assert.Equal(SaveOutcome.Saved, await Save.RunAsync(meetingId, "Eerste\r\ntekst", 0, Ct));
        Assert.Equal(SaveOutcome.Saved, await Save.RunAsync(meetingId, "Tweede tekst", 1, Ct));

        Assert.Equal(new MinutesRow("Tweede tekst", 2, "draft", null), await Store.FindAsync(meetingId, Ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Who_saves_after_somebody_else_is_told_so_and_overwrites_nothing(long seen)
    {
        for (var revision = 0; revision <= seen; revision++)
            await Save.RunAsync(meetingId, $"Tekst {revision}", revision, Ct);

        Assert.Equal(SaveOutcome.Outdated, await Save.RunAsync(meetingId, "Een andere tekst", seen, Ct));

        Assert.Equal($"Tekst {seen}", (await Store.FindAsync(meetingId, Ct))!.Markdown);
    }

    [Fact]
    public async Task Saving_the_same_text_twice_is_no_conflict()
    {
        await Save.RunAsync(meetingId, "Tekst", 0, Ct);

        Assert.Equal(SaveOutcome.Saved, await Save.RunAsync(meetingId, "Tekst", 0, Ct));
    }

    [Fact]
    public async Task Of_many_who_save_at_once_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => Save.RunAsync(meetingId, $"Van {writer}", 0, Ct), Ct)));

        Assert.Single(outcomes, SaveOutcome.Saved);
        Assert.Equal(7, outcomes.Count(outcome => outcome == SaveOutcome.Outdated));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_not_saved()
    {
        Assert.Equal(SaveOutcome.TooLong, await Save.RunAsync(meetingId, new string('a', 1_001), 0, Ct));

        Assert.Null(await Store.FindAsync(meetingId, Ct));
    }

    [Fact]
    public async Task Signs_that_a_database_refuses_are_left_out()
    {
        Assert.Equal(SaveOutcome.Saved, await Save.RunAsync(meetingId, "a\0b\u0007c\td", 0, Ct));

        Assert.Equal("abc\td", (await Store.FindAsync(meetingId, Ct))!.Markdown);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Published_minutes_are_frozen_and_in_the_log(long revision)
    {
        if (revision == 1)
            await Save.RunAsync(meetingId, "Concept", 0, Ct);

        Assert.Equal(PublishOutcome.Published, await Publish.RunAsync(meetingId, "# Klaar", revision, "Samira", Ct));

        var kept = (await Store.FindAsync(meetingId, Ct))!;
        Assert.True(kept.IsPublished);
        Assert.Equal("# Klaar", kept.Markdown);
        Assert.Equal("<h2 id=\"verslag-klaar\">Klaar</h2>\n", kept.Html);
        var deed = Assert.Single(await Db.EventsAsync(meetingId, Ct));
        Assert.Equal(Deeds.MinutesPublished, deed.Kind);
        Assert.Equal(FrozenMinutes.Fingerprint("# Klaar"), deed.Read<MinutesDeed>().Sha256);
    }

    [Fact]
    public async Task Minutes_are_published_once()
    {
        await Publish.RunAsync(meetingId, "Klaar", 0, "Samira", Ct);

        Assert.Equal(PublishOutcome.AlreadyPublished, await Publish.RunAsync(meetingId, "Anders", 1, "Jan", Ct));
        Assert.Equal(PublishOutcome.AlreadyPublished, await Publish.RunAsync(meetingId, "Anders", 0, "Jan", Ct));
        Assert.Equal(SaveOutcome.AlreadyPublished, await Save.RunAsync(meetingId, "Anders", 1, Ct));

        Assert.Equal("Klaar", (await Store.FindAsync(meetingId, Ct))!.Markdown);
        Assert.Single(await Db.EventsAsync(meetingId, Ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Of_many_who_publish_at_once_one_wins(long revision)
    {
        if (revision == 1)
            await Save.RunAsync(meetingId, "Concept", 0, Ct);
        await AddPollAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() => Publish.RunAsync(meetingId, $"::: besluit\nStemming: 1\n\nVan {writer}\n:::", revision, "Samira", Ct), Ct)));

        Assert.Single(outcomes, PublishOutcome.Published);
        Assert.Equal(5, outcomes.Count(outcome => outcome == PublishOutcome.AlreadyPublished));
        Assert.Single(await Db.EventsAsync(meetingId, Ct), entry => entry.Kind is Deeds.MinutesPublished);
        Assert.Single(await DecisionsAsync());
    }

    [Fact]
    public async Task Minutes_of_a_meeting_that_goes_on_are_not_published()
    {
        await Db.ExecuteAsync("update meetings set state = 'open'", null, Ct);

        Assert.Equal(PublishOutcome.MeetingNotClosed, await Publish.RunAsync(meetingId, "Klaar", 0, "Samira", Ct));

        Assert.Null(await Store.FindAsync(meetingId, Ct));
        Assert.Empty(await Db.EventsAsync(meetingId, Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" \r\n\t ")]
    public async Task Empty_minutes_are_not_published(string? text) =>
        Assert.Equal(PublishOutcome.Empty, await Publish.RunAsync(meetingId, text, 0, "Samira", Ct));

    [Fact]
    public async Task Who_publishes_after_somebody_else_saved_is_told_so()
    {
        await Save.RunAsync(meetingId, "Een", 0, Ct);
        await Save.RunAsync(meetingId, "Twee", 1, Ct);

        Assert.Equal(PublishOutcome.Outdated, await Publish.RunAsync(meetingId, "Een", 1, "Samira", Ct));

        Assert.False((await Store.FindAsync(meetingId, Ct))!.IsPublished);
    }

    [Fact]
    public async Task Publishing_enters_what_the_text_records_in_the_registers()
    {
        await AddBoardAsync();
        var poll = await AddPollAsync();

        await PublishAsync(
            """
            ::: advies
            Stemming: 1
            Thema: veiligheid, wonen

            Er komen **lampen** in de tunnel.

            Het is er donker.
            :::

            ::: besluit
            Aan: Woningcorporatie De Eik
            Antwoord uiterlijk: 1 mei 2026
            Mandaat: meebeslissen

            De buurtkeuken opent in juni.
            :::

            ::: actie
            Wie: Samira
            Klaar op: 1-4-2026

            Belt de aannemer.
            :::
            """);

        var decisions = await DecisionsAsync();
        Assert.Equal(
            [(true, "Er komen lampen in de tunnel.", "adopted"), (false, "De buurtkeuken opent in juni.", null)],
            decisions.Select(decision => (decision.IsAdvice, decision.Text, decision.Result)));
        var (first, second) = (await FindAsync(decisions[0].Id), await FindAsync(decisions[1].Id));
        Assert.Equal(("Het is er donker.", "advise", "Bestuurstafel", new DateOnly(2026, 4, 23), poll), (first.Reasons, first.Mandate, first.Addressee, first.RespondBy, first.PollId));
        Assert.Equal(("", "codecide", "Woningcorporatie De Eik", new DateOnly(2026, 5, 1), (Guid?)null), (second.Reasons, second.Mandate, second.Addressee, second.RespondBy, second.PollId));
        Assert.Equal(["veiligheid", "wonen"], await new DecisionRegister(Db).ThemesAsync(first.Id, Ct));
        Assert.Equal(
            ("Belt de aannemer.", "Samira", new DateOnly(2026, 4, 1)),
            await Db.FindAsync<(string, string, DateOnly)>("select text, who, due from action_items where meeting_id = @meetingId", new { meetingId }, Ct));
    }

    [Fact]
    public async Task What_was_rejected_asks_for_no_answer_unless_the_minutes_say_so()
    {
        await AddBoardAsync();
        await AddPollAsync(yes: 1, no: 3);

        await PublishAsync("::: besluit\nStemming: 1\n\nGeen lampen.\n:::");

        var decision = await FindAsync(Assert.Single(await DecisionsAsync()).Id);
        Assert.Equal(("rejected", null, null), (decision.Result, decision.Addressee, decision.RespondBy));
    }

    [Fact]
    public async Task A_vote_that_the_text_does_not_mention_is_no_decision()
    {
        await AddPollAsync();

        await PublishAsync("Klaar");

        Assert.Empty(await DecisionsAsync());
    }

    [Fact]
    public async Task A_text_with_a_mistake_in_it_is_not_published()
    {
        Assert.Equal(PublishOutcome.Mistaken, await Publish.RunAsync(meetingId, "::: besluit\nTema: wonen\n\nTekst\n:::", 0, "Samira", Ct));

        Assert.Null(await Store.FindAsync(meetingId, Ct));
        Assert.Empty(await DecisionsAsync());
    }

    private async Task PublishAsync(string text) => Assert.Equal(PublishOutcome.Published, await Publish.RunAsync(meetingId, text, 0, "Samira", Ct));

    private async Task<DecisionChainRow> FindAsync(Guid id) => (await new DecisionRegister(Db).FindAsync(id, Ct))!;

    /// <summary>A board in the area of the table, so that somebody answers.</summary>
    private Task<int> AddBoardAsync() => Db.ExecuteAsync(
        "insert into tables (id, slug, name, kind, area) select @id, 'bestuurstafel', 'Bestuurstafel', 'board', area from tables limit 1",
        new { id = Guid.CreateVersion7() },
        Ct);

    private Task<IReadOnlyList<DecisionRow>> DecisionsAsync() => new DecisionRegister(Db).OfMeetingAsync(meetingId, Ct);

    /// <summary>A binding vote that was held in the meeting, in the database and in the log.</summary>
    private async Task<Guid> AddPollAsync(int yes = 3, int no = 1)
    {
        var (item, poll) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var outcome = Piles.Decide(new YesNoAbstain(), [yes, no, 0]);
        await Db.ExecuteAsync(
            """
            insert into agenda_items (id, meeting_id, position, title, description, minutes, kind) values (@item, @meetingId, 1, 'Punt', '', 5, 'decide');
            insert into polls (id, meeting_id, item_id, question, method, binding, secret, state, closed_at, outcome)
            values (@poll, @meetingId, @item, 'Lampen?', 'yesNoAbstain', @binding, @binding, 'released', @closedAt, @outcome);
            """,
            new { item, poll, meetingId, binding = true, closedAt = Evening, outcome = Json.Write(outcome) },
            Ct);
        var deed = new PollDeed(poll, item, "Lampen?", YesNoAbstain.MethodName, Settings: null, Quorum: null, ["Ja", "Nee", "Ik stem niet mee"], Binding: true, Secret: true, outcome);
        await Db.TransactAsync(
            async tx =>
            {
                await tx.AppendAsync(new Deed(meetingId, "Samira", Deeds.PollClosed, deed, Evening), Ct);
                await tx.AppendAsync(new Deed(meetingId, "Samira", Deeds.PollReleased, deed, Evening), Ct);
                return true;
            },
            Ct);
        return poll;
    }

    public sealed class OnSqlite() : MinutesTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : MinutesTests(DatabaseKind.Postgres);
}
