using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Floor;
using Participatie.Web.Polls;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Meetings;

/// <summary>A meeting that goes like an earlier one.</summary>
public abstract class CopyMeetingTests(DatabaseKind kind) : HallTests(kind)
{
    private static readonly MeetingPlan Plan = new("Het plein, nog een keer", "De Dreef", new DateTimeOffset(2027, 1, 12, 18, 30, 0, TimeSpan.Zero));

    private static readonly PollPlan Dotted = new("Waar gaat het geld heen?", new Dots(7, 2), ["Bomen", "Bankjes", "Licht"], Binding: true, Secret: true)
    {
        Translations = new Dictionary<string, PollTranslation>(StringComparer.Ordinal)
        {
            ["tr"] = new("Para nereye gitsin?", ["Ağaçlar", "Banklar", "Işık"], PollTranslation.SourceOf("Waar gaat het geld heen?", ["Bomen", "Bankjes", "Licht"])),
        },
    };

    private static readonly PollPlan Agreed = new(
        "Doen we het?",
        new YesNoAbstain(new Majority(MajorityKind.TwoThirds, MajorityBase.Cast)),
        ["Ja", "Nee", "Ik stem niet mee"],
        Binding: true,
        Secret: false,
        new Quorum(QuorumKind.PercentOfEntitled, 40));

    [Fact]
    public async Task A_copy_has_the_same_agenda_with_the_same_questions_as_drafts()
    {
        var green = new ItemPlan("Groen", "Meer **bomen**.", 25, ItemKind.Discuss);
        var item = RowKey.New();
        await Hall.Get<AgendaStore>().AddAsync(item, Hall.MeetingId, green, Ct);
        await Hall.Get<AgendaStore>().MoveAsync(item, 1, Ct);
        foreach (var poll in new[] { Dotted, Agreed })
            await Hall.Get<PollStore>().AddAsync(RowKey.New(), item, poll, Ct);

        var copy = await CopyAsync();

        Assert.Equal((Plan.Title, Plan.Place, Plan.StartsAt, MeetingState.Planned), (copy.Title, copy.Place, copy.StartsAt, copy.State));
        Assert.Equal(Hall.TableId, copy.TableId);
        Assert.NotEqual(Hall.Code, copy.Code);
        var items = await Hall.Get<AgendaStore>().OfMeetingAsync(copy.Id, Ct);
        Assert.Equal([green, new ItemPlan("Bankjes", "", 10, ItemKind.Decide)], items.Select(one => one.ToPlan()));
        Assert.Equal([1, 2], items.Select(one => one.Position));
        var polls = await Hall.Get<PollStore>().OfMeetingAsync(copy.Id, Ct);
        Assert.Equal([Text(Dotted), Text(Agreed)], polls.Select(poll => Text(poll.ToPlan())));
        Assert.Equal("Para nereye gitsin?", polls[0].TranslationIn(Language.Find("tr")!)!.Question);
        Assert.All(polls, poll => Assert.Equal((PollState.Draft, items[0].Id), (poll.Rules.State, poll.ItemId)));
    }

    [Fact]
    public async Task Nothing_of_what_happened_comes_along()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        await Hall.VoteAsync(poll, await Hall.NewPassHolderAsync(), 0);
        await Hall.CloseAsync(poll);
        await Hall.ReleaseAsync(poll);
        var withdrawn = await Hall.OpenPollAsync();
        await Hall.Get<WithdrawPoll>().RunAsync(withdrawn, "De vraag klopt niet.", Hall.Facilitator, Ct);
        await Hall.Get<CountAttendance>().RunAsync(Hall.MeetingId, new AttendanceDeed(9, 3), Hall.Facilitator, Ct);
        await Hall.CloseMeetingAsync();

        var copy = await CopyAsync();

        var asked = Assert.Single(await Hall.Get<PollStore>().OfMeetingAsync(copy.Id, Ct));
        Assert.Equal((PollState.Draft, null, null), (asked.Rules.State, asked.Outcome, asked.OpenedAt));
        Assert.All(await Hall.Get<AgendaStore>().OfMeetingAsync(copy.Id, Ct), item => Assert.Null(item.StartedAt));
        Assert.Null(copy.CurrentItem);
        foreach (var table in (string[])["passes", "events", "attendance", "notes", "minutes"])
            Assert.Equal(0, await Hall.Server.Db.FindAsync<long>($"select count(*) from {table} where meeting_id = @Id", copy, Ct));
        Assert.Equal(0, await Hall.CountAsync("ballots", asked.Id) + await Hall.CountAsync("counted_ballots", asked.Id) + await Hall.CountAsync("receipts", asked.Id));
    }

    [Fact]
    public async Task A_copy_is_found_by_who_searches()
    {
        await CopyAsync();

        using var visitor = Hall.Server.NewVisitor();
        await visitor.GetAsync("/zoeken?q=bankjes");

        Assert.Contains(Plan.Title, visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facilitator_copies_a_meeting_that_is_over_to_the_same_hour_of_a_week_to_come()
    {
        await Hall.CloseMeetingAsync();
        using var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await samira.GetAsync("/beheer");
        await samira.GetAsync(samira.Page.QuerySelector("a[href$='/kopie']")!.GetAttribute("href")!);

        var start = DateTime.Parse(Value(samira, "Input.StartsAt"), DutchTime.Dutch);
        var original = DutchTime.Local(DateTimeOffset.UnixEpoch);
        Assert.Equal((original.DayOfWeek, original.TimeOfDay), (start.DayOfWeek, start.TimeOfDay));
        Assert.InRange(start - DutchTime.Local(DateTimeOffset.UtcNow), TimeSpan.Zero, TimeSpan.FromDays(7));
        Assert.Equal(("Het plein", "De Boog"), (Value(samira, "Input.Title"), Value(samira, "Input.Place")));

        await samira.SubmitAsync(form => form.Type("Input.Title", ""));
        Assert.Equal("Geef de bijeenkomst een naam.", samira.Page.QuerySelector(".utrecht-form-field-error-message")!.TextContent);
        await samira.SubmitAsync(form => form.Type("Input.Title", "Het plein 2"));
        Assert.Equal("Het plein 2", samira.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("1. Bankjes", samira.Page.QuerySelector(".agenda h3")!.TextContent);
    }

    private async Task<MeetingRow> CopyAsync()
    {
        var original = (await Hall.Get<MeetingStore>().FindAsync(Hall.MeetingId, Ct))!;
        return (await Hall.Get<MeetingStore>().FindAsync(await Hall.Get<CopyMeeting>().RunAsync(original, Plan, Ct), Ct))!;
    }

    private static string Text(PollPlan poll) => Json.Write(new { poll.Question, poll.Method.Name, poll.Method.Settings, poll.Options, poll.Binding, poll.Secret, poll.Quorum });

    private static string Value(Visitor visitor, string name) => visitor.Page.QuerySelector<IHtmlInputElement>($"[name='{name}']")!.Value;

    public sealed class OnSqlite() : CopyMeetingTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CopyMeetingTests(DatabaseKind.Postgres);
}
