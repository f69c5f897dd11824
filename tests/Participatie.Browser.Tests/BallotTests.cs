using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using Participatie.Core.Polls;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>Every kind of ballot, filled in by touch on a phone, and its result.</summary>
public sealed class BallotTests : BrowserTests
{
    private SmallMeeting meeting = null!;

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

    /// <summary>A phone that follows a meeting when a poll of this method opens.</summary>
    private async Task<IPage> FollowAsync(CountingMethod method)
    {
        meeting = await SmallMeeting.OpenAsync(Server, method);
        var anna = new Resident(await OpenAsync(Device.Phone, "/meedoen"), Device.Phone);
        await anna.TypeCodeAsync(meeting.Code);
        await anna.IsConnectedAsync();
        await meeting.OpenPollAsync();
        await Expect(anna.Page.Locator("[data-state=Vote]")).ToBeVisibleAsync();
        return anna.Page;
    }

    private async Task IsToldAsync(IPage page, string sentence)
    {
        await Expect(page.Locator("[data-state=Counted]")).ToBeVisibleAsync();
        await meeting.CloseAsync();
        await meeting.ReleaseAsync();
        await Expect(page.Locator("[data-slot=verdict]")).ToHaveTextAsync(sentence);
    }
}
