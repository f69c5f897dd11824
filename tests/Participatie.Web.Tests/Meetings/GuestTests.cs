using System.Net;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Guests;
using Participatie.Web.Meetings.Queue;
using Participatie.Web.Meetings.Undoing;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Meetings;

/// <summary>Somebody who comes for one item is seen by everybody, may speak at that item, and has no vote.</summary>
public abstract class GuestTests(DatabaseKind kind) : HallTests(kind)
{
    private const string Officer = "wijkagent, politie";
    private const string Named = "Te gast: wijkagent, politie";

    [Fact]
    public async Task Everybody_sees_who_comes_for_which_item()
    {
        var (_, _) = await InviteAsync();
        using var anna = new Resident(Hall.Server);
        await anna.LookAsync(Hall.Code);
        Assert.True(anna.Phone.Page.QuerySelector("#gasten")!.HasAttribute("hidden"));
        await anna.Phone.GetAsync($"/bijeenkomsten/{Hall.MeetingId}");
        Assert.Contains(Named, anna.Phone.Page.QuerySelector("ol.agenda li:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Named, anna.Phone.Page.QuerySelector("ol.agenda li:first-child")!.TextContent, StringComparison.Ordinal);

        await StartSafetyAsync();

        await anna.LookAsync(Hall.Code);
        Assert.Equal(Named, anna.Phone.Page.QuerySelector("#gasten:not([hidden])")!.TextContent);
        await anna.Phone.GetAsync($"/m/{Hall.Code}/scherm");
        Assert.Contains(Named, anna.Phone.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var facilitator = await FacilitatorAsync();
        await facilitator.GetAsync($"/m/{Hall.Code}/leiden");
        Assert.Contains(Named, facilitator.Page.QuerySelector(".path li.now")!.TextContent, StringComparison.Ordinal);
        await facilitator.GetAsync($"/m/{Hall.Code}/verslag");
        Assert.Contains($"{Named}.", facilitator.Page.QuerySelector("textarea[name=Text]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_may_speak_at_their_item_not_before_and_not_after()
    {
        var (link, guest) = await InviteAsync();
        using var officer = Hall.Server.NewVisitor();
        await officer.GetAsync(link);
        Assert.Contains("Jouw punt is nog niet aan de beurt.", officer.Source, StringComparison.Ordinal);
        await RaiseAnywayAsync(officer, link);
        Assert.Contains("Nu kan dat niet.", officer.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await ListAsync()).Waiting);

        await StartSafetyAsync();
        await officer.GetAsync(link);
        await officer.SubmitAsync();
        Assert.NotNull(officer.Page.QuerySelector("form[action$='Lower']"));
        var hand = Assert.Single((await ListAsync()).Waiting);
        Assert.Equal((guest.Id, Officer), (hand.ParticipantId, hand.Name));

        await Hall.Get<StartItem>().RunAsync(Hall.MeetingId, Hall.ItemId, Hall.Facilitator, Ct);
        Assert.Empty((await ListAsync()).Waiting);
        await officer.GetAsync(link);
        Assert.Contains("Jouw punt is voorbij.", officer.Source, StringComparison.Ordinal);
        await RaiseAnywayAsync(officer, link);
        Assert.Empty((await ListAsync()).Waiting);
    }

    [Fact]
    public async Task A_guest_takes_the_hand_down_again()
    {
        var (link, _) = await InviteAsync();
        await StartSafetyAsync();
        using var officer = Hall.Server.NewVisitor();
        await officer.GetAsync(link);
        await officer.SubmitAsync();

        await officer.SubmitAsync();

        Assert.Empty((await ListAsync()).Waiting);
        Assert.NotNull(officer.Page.QuerySelector("form[action$='Raise']"));
    }

    [Fact]
    public async Task When_the_step_to_the_item_is_taken_back_the_hand_of_its_guest_goes_down()
    {
        var (_, guest) = await InviteAsync();
        await StartSafetyAsync();
        Assert.True(await Hall.Get<RaiseHand>().OfGuestAsync(guest, Ct));

        var last = (await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct))[^1];
        Assert.Equal(MeetingStep.Done, await Hall.Get<UndoStep>().RunAsync(Hall.MeetingId, last.Number, Hall.Facilitator, Ct));

        Assert.Empty((await ListAsync()).Waiting);
    }

    [Fact]
    public async Task A_guest_is_no_participant_and_sees_no_ballot()
    {
        var (link, _) = await InviteAsync();
        await StartSafetyAsync();
        await Hall.AddPollAsync();
        await Hall.OpenPollAsync();
        using var officer = Hall.Server.NewVisitor();

        await officer.GetAsync(link);

        Assert.DoesNotContain("deelnemer=", officer.Cookies, StringComparison.Ordinal);
        Assert.Empty(officer.Page.QuerySelectorAll("form[action*='peilingen'], [data-slot=ballot]"));
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_or_made_up_or_outlived_its_meeting_opens_nothing()
    {
        var (link, guest) = await InviteAsync();
        await StartSafetyAsync();
        using var officer = Hall.Server.NewVisitor();
        await officer.GetAsync(link);
        await officer.SubmitAsync();
        await AssertDeadAsync(officer, link[..^2] + (link[^2] == 'A' ? "BA" : "AA"));
        await AssertDeadAsync(officer, "/g/nietwaar");

        using var facilitator = await FacilitatorAsync();
        await facilitator.GetAsync(GuestsModel.AddressOf(guest.ItemId));
        await facilitator.SubmitAsync(form: "form[action$='Remove']");
        Assert.Empty((await ListAsync()).Waiting);
        await AssertDeadAsync(officer, link);

        var (another, _) = await InviteAsync(guest.ItemId);
        await Hall.CloseMeetingAsync();
        await AssertDeadAsync(officer, another);
    }

    [Fact]
    public async Task Facilitators_who_invite_at_once_invite_no_more_than_a_table_can_have()
    {
        var item = await Hall.AddItemAsync("Veiligheid");

        await Task.WhenAll(Enumerable.Range(0, GuestStore.MostAtItem + 5).Select(number => Task.Run(() => Hall.Get<GuestStore>().InviteAsync(item, $"gast {number}", Ct), Ct)));

        Assert.Equal(GuestStore.MostAtItem, (await Hall.Get<GuestStore>().OfMeetingAsync(Hall.MeetingId, Ct)).Count);
    }

    [Fact]
    public async Task An_item_goes_off_the_agenda_with_its_guests()
    {
        var (link, guest) = await InviteAsync();

        Assert.True(await Hall.Get<AgendaStore>().RemoveAsync(guest.ItemId, Ct));

        using var officer = Hall.Server.NewVisitor();
        await AssertDeadAsync(officer, link);
    }

    private async Task<(string Link, GuestRow Guest)> InviteAsync(Guid? itemId = null)
    {
        var item = itemId ?? await Hall.AddItemAsync("Veiligheid");
        using var facilitator = await FacilitatorAsync();
        await facilitator.GetAsync(GuestsModel.AddressOf(item));
        await facilitator.SubmitAsync(form => form.Type("Name", $" {Officer} "));
        var link = new Uri(facilitator.Page.QuerySelector("main a[href*='/g/']")!.GetAttribute("href")!).AbsolutePath;
        return (link, Assert.Single(await Hall.Get<GuestStore>().OfMeetingAsync(Hall.MeetingId, Ct)));
    }

    /// <summary>With a form of another page, for where there is none.</summary>
    private static async Task RaiseAnywayAsync(Visitor officer, string link)
    {
        await officer.GetAsync("/weergave");
        await officer.PostAsync($"{link}?handler=Raise");
    }

    private async Task StartSafetyAsync()
    {
        var item = (await Hall.Get<AgendaStore>().OfMeetingAsync(Hall.MeetingId, Ct))[^1].Id;
        Assert.Equal(MeetingStep.Done, await Hall.Get<StartItem>().RunAsync(Hall.MeetingId, item, Hall.Facilitator, Ct));
    }

    private static async Task AssertDeadAsync(Visitor officer, string link)
    {
        await officer.GetAsync(link);

        Assert.Equal(HttpStatusCode.Gone, officer.Status);
        Assert.Contains("Deze uitnodiging werkt niet meer", officer.Source, StringComparison.Ordinal);
    }

    private Task<SpeakerList> ListAsync() => Hall.Get<Hands>().OfMeetingAsync(Hall.MeetingId, Ct);

    private Task<Visitor> FacilitatorAsync() => Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);

    public sealed class OnSqlite() : GuestTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : GuestTests(DatabaseKind.Postgres);
}
