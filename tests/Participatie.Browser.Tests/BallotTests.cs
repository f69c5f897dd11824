using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Tables;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>Every kind of ballot, filled in by touch on a phone, and its result.</summary>
public sealed class BallotTests : BrowserTests
{
    private const string Facilitator = "Samira";

    private Guid meeting;
    private Guid poll;
    private string code = "";

    [Fact]
    public async Task Marks_are_given_by_touch_and_an_incomplete_ballot_says_what_is_missing()
    {
        var page = await FollowAsync(new Score());
        await page.Locator("label", new() { Has = page.Locator("[value='0:4']") }).ClickAsync();
        await page.Locator("#inleveren").ClickAsync();
        await Expect(page.Locator("#keuze-fout")).ToHaveTextAsync("Je stem is nog niet geteld. Geef elke keuze een cijfer.");

        foreach (var mark in new[] { "1:2", "2:5" })
            await page.Locator("label", new() { Has = page.Locator($"[value='{mark}']") }).ClickAsync();
        await CheckAsync(page, "telefoon-cijfers");
        await page.Locator("#inleveren").ClickAsync();

        await IsToldAsync(page, "De meeste mensen willen: ‘Weet niet’, met gemiddeld een 5.");
        await CheckAsync(page, "telefoon-cijfers-uitslag");
    }

    [Fact]
    public async Task Options_are_put_in_order_by_touching_the_best_first()
    {
        var page = await FollowAsync(new InstantRunoff());
        await page.Locator(".rank", new() { HasText = "Nee" }).ClickAsync();
        await page.Locator(".rank", new() { HasText = "Ja" }).ClickAsync();
        await page.Locator(".rank", new() { HasText = "Weet niet" }).ClickAsync();
        await page.Locator(".rank", new() { HasText = "Ja" }).ClickAsync(); // taken out again: what came after it moves up
        await Expect(page.Locator(".rank", new() { HasText = "Weet niet" })).ToHaveAttributeAsync("data-rank", "2");
        await CheckAsync(page, "telefoon-volgorde");
        await page.Locator("#inleveren").ClickAsync();

        await IsToldAsync(page, "De meeste mensen willen: ‘Nee’, in de eerste ronde.");
        await page.Locator(".counting summary").ClickAsync();
        await CheckAsync(page, "telefoon-volgorde-uitslag");
    }

    [Fact]
    public async Task Whoever_objects_says_why_and_everybody_reads_it()
    {
        var page = await FollowAsync(new Consent());
        await page.Locator("label.choice").Nth(2).ClickAsync();
        await page.Locator("#inleveren").ClickAsync();
        await Expect(page.Locator("#keuze-fout")).ToHaveTextAsync("Je stem is nog niet geteld. Schrijf bij een bezwaar ook waarom.");

        await page.Locator("#reden").FillAsync("Het is te druk.");
        await CheckAsync(page, "telefoon-bezwaar");
        await page.Locator("#inleveren").ClickAsync();

        await IsToldAsync(page, "1 bezwaar. Dat horen we eerst.");
        await page.Locator(".counting summary").ClickAsync();
        await Expect(page.Locator(".counting td")).ToHaveTextAsync("Het is te druk.");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();

    /// <summary>A phone that follows a meeting when a poll of this method opens.</summary>
    private async Task<IPage> FollowAsync(CountingMethod method)
    {
        var table = (await Get<TableStore>().TablesAsync(Ct))[0];
        meeting = await Get<PlanMeeting>().RunAsync(table.Id, new MeetingPlan("Het plein", "De Boog", DateTimeOffset.UnixEpoch), Ct);
        var item = Guid.CreateVersion7();
        poll = Guid.CreateVersion7();
        await Get<AgendaStore>().AddAsync(item, meeting, new ItemPlan("Bankjes", "", 10, ItemKind.Decide), Ct);
        await Get<PollStore>().AddAsync(poll, item, new PollPlan("Komen er bankjes?", method, ["Ja", "Nee", "Weet niet"], Binding: false, Secret: false), Ct);
        var view = (await Get<MeetingRooms>().FindAsync(meeting))!.Snapshot.Meeting;
        code = view.Code;
        await Get<OpenMeeting>().RunAsync(view, Facilitator, Ct);

        var anna = new Resident(await OpenAsync(Device.Phone, "/meedoen"), Device.Phone);
        await anna.TypeCodeAsync(code);
        await anna.IsConnectedAsync();
        Assert.Equal(PollStep.Done, await Get<OpenPoll>().RunAsync(poll, Facilitator, Ct));
        await Expect(anna.Page.Locator("[data-state=Vote]")).ToBeVisibleAsync();
        return anna.Page;
    }

    private async Task IsToldAsync(IPage page, string sentence)
    {
        await Expect(page.Locator("[data-state=Counted]")).ToBeVisibleAsync();
        await Get<ClosePoll>().RunAsync(poll, Facilitator, Ct);
        await Get<ReleasePoll>().RunAsync(poll, Facilitator, Ct);
        await Expect(page.Locator("[data-slot=verdict]")).ToHaveTextAsync(sentence);
    }
}
