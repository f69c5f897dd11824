using Participatie.Core.Decisions;
using Participatie.Core.Polls;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Decisions;
using Participatie.Web.Meetings;
using Participatie.Web.Tests.Data;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Minutes;

/// <summary>What published minutes enter in the registers, and what a corrected version makes of that.</summary>
public abstract class RegisterTests(DatabaseKind kind) : StoreTests(kind)
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 12, 18, 30, 0, TimeSpan.Zero);

    private Guid meetingId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        meetingId = await Db.AddMeetingAsync(Evening, Ct);
        await Db.ExecuteAsync("update meetings set state = 'closed'", null, Ct);
    }

    private MinutesDesk Desk => MinutesActions.Desk(Db, meetingId);

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
    public async Task A_corrected_version_changes_the_register_and_leaves_answers_where_they_were()
    {
        await AddBoardAsync();
        await PublishAsync("::: advies\nEen bankje.\n:::\n\n::: advies\nTwee lampen.\n:::");
        var (bench, lamps) = ((await DecisionsAsync())[0].Id, (await DecisionsAsync())[1].Id);
        await Db.ExecuteAsync(
            "insert into responses (decision_id, verdict, reasons, given_by, given_at) values (@lamps, 'adopted', 'Goed idee.', 'Jan', @Evening)", new { lamps, Evening }, Ct);

        await Desk.CorrectAsync("::: advies\nEen schommel.\n:::\n\n::: advies\nTwee lampen.\n:::\n\n::: advies\nDrie lampen.\n:::", "Bankje was schommel.");

        var decisions = await DecisionsAsync();
        Assert.Equal(["Een schommel.", "Twee lampen.", "Drie lampen."], decisions.Select(decision => decision.Text));
        Assert.Equal([bench, lamps], decisions.Select(decision => decision.Id).Take(2));
        Assert.Equal(ResponseVerdict.Adopted, decisions[1].Verdict);
    }

    [Fact]
    public async Task What_a_corrected_version_no_longer_holds_is_struck_and_can_come_back()
    {
        var poll = await AddPollAsync();
        await PublishAsync("::: advies\nStemming: 1\n\nLampen.\n:::\n\n::: advies\nEen bankje.\n:::");
        var lamps = (await DecisionsAsync())[0].Id;

        await Desk.CorrectAsync("::: advies\nEen bankje.\n:::", "Over de lampen is niets besloten.");
        Assert.Equal("Een bankje.", Assert.Single(await DecisionsAsync()).Text);
        Assert.Equal(2, (await FindAsync(lamps)).StruckVersion);

        await Desk.CorrectAsync("::: advies\nEen bankje.\n:::\n\n::: advies\nStemming: 1\n\nLampen.\n:::", "Toch wel.");
        Assert.Equal(["Een bankje.", "Lampen."], (await DecisionsAsync()).Select(decision => decision.Text));
        var back = await FindAsync(lamps);
        Assert.Equal((null, poll, 2), (back.StruckVersion, back.PollId, back.Number));
    }

    [Fact]
    public async Task A_decision_that_stands_is_not_taken_for_its_struck_twin()
    {
        await PublishAsync("::: advies\nLampen.\n:::\n\n::: advies\nLampen.\n:::");
        await Desk.CorrectAsync("::: advies\nLampen.\n:::", "Het stond er twee keer.");
        var standing = Assert.Single(await DecisionsAsync()).Id;

        await Desk.CorrectAsync("::: advies\nLampen.\n:::\n\nMeer tekst.", "Er stond te weinig.");

        Assert.Equal(standing, Assert.Single(await DecisionsAsync()).Id);
    }

    private Task PublishAsync(string text) => Desk.PublishAsync(text);

    private async Task<DecisionChainRow> FindAsync(Guid id) => (await new DecisionRegister(Db).FindAsync(id, Ct))!;

    /// <summary>A board in the area of the table, so that somebody answers.</summary>
    private Task<int> AddBoardAsync() => Db.ExecuteAsync(
        "insert into tables (id, slug, name, kind, area) select @id, 'bestuurstafel', 'Bestuurstafel', 'board', area from tables limit 1",
        new { id = RowKey.New() },
        Ct);

    private Task<IReadOnlyList<DecisionRow>> DecisionsAsync() => new DecisionRegister(Db).OfMeetingAsync(meetingId, Ct);

    /// <summary>A binding vote that was held in the meeting, in the database and in the log.</summary>
    private async Task<Guid> AddPollAsync(int yes = 3, int no = 1)
    {
        var (item, poll) = (RowKey.New(), RowKey.New());
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

    public sealed class OnSqlite() : RegisterTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : RegisterTests(DatabaseKind.Postgres);
}
