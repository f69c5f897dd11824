using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using Participatie.Core.Polls;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>What the hall sees, from the first to the last minute.</summary>
public sealed class ProjectorTests : BrowserTests
{
    private const string LongQuestion =
        "Welke plek in de wijk knappen we volgend jaar het eerst op, samen met de gemeente, de woningbouwvereniging en de bewoners die daar wonen?";

    private static readonly string[] Places =
    [
        "Het Verenigingsplein", "De fietstunnel onder het spoor", "Het park", "De speeltuin aan de Amazonedreef", "De bushalte", "De oude bibliotheek",
        "Het winkelcentrum", "De moestuin", "Het voetbalveld achter de school", "De galerijen van de tienhoogflats", "De brug", "De steeg bij de moskee",
    ];

    /// <summary>A question of more than a hundred letters with twelve options is the most that a screen has to bear.</summary>
    private const int PartWithVeryMuch = 40;

    /// <summary>What a bar that grows is called: of a result with one vote only one bar does.</summary>
    private const string Width = "width";

    private IPage? page;

    private IPage Page => page!;

    [Fact]
    public async Task Every_layout_is_legible_on_every_beamer()
    {
        var meeting = await ShowAsync(await SmallMeeting.OpenAsync(Server, new YesNoAbstain()));
        await LookAsync("scherm-begin", "Het plein");
        await meeting.StartItemAsync();
        await LookAsync("scherm-agendapunt", "1. Bankjes");
        await AssertAccessibleInBothSchemesAsync();
        await meeting.OpenPollAsync();
        await meeting.VoteAsync(0);
        await meeting.VoteAsync(1);
        await meeting.VoteAsync(0);
        await Expect(Page.Locator(".turnout")).ToContainTextAsync("Gestemd: 3 van de 3 mensen die meedoen");
        await LookAsync("scherm-vraag", "Komen er bankjes?");
        await AssertAccessibleInBothSchemesAsync();
        await meeting.CloseAsync();
        await Expect(Page.Locator(".now")).ToHaveTextAsync("Gesloten. De uitslag komt zo.");
        await LookAsync("scherm-gesloten", "Komen er bankjes?");
        await meeting.ReleaseAsync();
        await Expect(Page.Locator(".verdict")).ToBeVisibleAsync();
        await LookAsync("scherm-uitslag-kort", "Komen er bankjes?");
        await AssertAccessibleInBothSchemesAsync();
        await meeting.EndAsync();
        await LookAsync("scherm-voorbij", "Dank je wel");
        await AssertAccessibleInBothSchemesAsync();
    }

    [Fact]
    public async Task A_long_question_with_twelve_options_is_there_as_a_whole()
    {
        var meeting = await ShowAsync(await SmallMeeting.OpenAsync(Server, new InstantRunoff(), question: LongQuestion, options: Places));
        await meeting.OpenPollAsync();
        await LookAsync("scherm-vraag-lang", LongQuestion, PartWithVeryMuch);
        await meeting.RankAsync(3, 1);
        await meeting.RankAsync(1, 3);
        await meeting.RankAsync(8, 1);
        await meeting.RankAsync(8, 3);
        await meeting.RankAsync(1, 8);
        await meeting.CloseAsync();
        await meeting.ReleaseAsync();
        await Expect(Page.Locator(".bars li")).ToHaveCountAsync(Places.Length);
        await LookAsync("scherm-uitslag-lang", LongQuestion, PartWithVeryMuch);

        await Page.Locator(".counting summary").ClickAsync();
        await Expect(Page.Locator(".bars")).ToBeHiddenAsync();
        await LookAsync("scherm-rondes", LongQuestion, PartWithVeryMuch);
        await AssertAccessibleInBothSchemesAsync();
    }

    [Fact]
    public async Task The_bar_of_the_turnout_and_the_bars_of_a_result_grow_once()
    {
        var meeting = await ShowAsync(await SmallMeeting.OpenWithPollAsync(Server, new YesNoAbstain()));
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        var motion = await Motion.OfAsync(Page);
        await VoteAsync(meeting);
        await motion.SeesAsync(Width, times: 1);

        await meeting.CloseAsync();
        await meeting.ReleaseAsync();
        await motion.SeesAsync(Width, times: 2);

        await Page.ReloadAsync();
        await Expect(Page.Locator(".bars li")).ToHaveCountAsync(3);
        await motion.SeesAsync(Width, times: 2);
    }

    [Fact]
    public async Task Nothing_moves_for_who_asks_for_no_motion()
    {
        var meeting = await ShowAsync(await SmallMeeting.OpenWithPollAsync(Server, new YesNoAbstain()));
        var motion = await Motion.OfAsync(Page);
        await VoteAsync(meeting);
        await meeting.CloseAsync();
        await meeting.ReleaseAsync();
        await Expect(Page.Locator(".released .bars li")).ToHaveCountAsync(3);
        await motion.SeesNoneAsync();
    }

    [Fact]
    public async Task Who_leads_the_meeting_lets_the_screen_read_aloud_what_is_on_it()
    {
        var meeting = await SmallMeeting.OpenWithPollAsync(Server, new YesNoAbstain());
        page = await OpenAsync(Device.Projector, "about:blank");
        var voice = await Voice.OfAsync(Page);
        await Page.GotoAsync($"{Server.Address}m/{meeting.Code}/scherm");
        var button = Page.GetByRole(AriaRole.Button, new() { Name = "Lees voor" });
        await button.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("nl: Komen er bankjes?. Ja. Nee. Weet niet. Gestemd: 0 van de 0 mensen die meedoen", (await voice.SaidAsync())[^1]);

        await VoteAsync(meeting);
        await meeting.CloseAsync();
        await meeting.ReleaseAsync();
        await Expect(Page.Locator(".verdict")).ToBeVisibleAsync();
        await Expect(button).Not.ToHaveAttributeAsync("aria-pressed", "true");
        await Page.Keyboard.PressAsync("Control+Enter");
        Assert.StartsWith("nl: Komen er bankjes?. Ja 1. Nee 0. Weet niet 0. ", (await voice.SaidAsync())[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_that_is_up_is_said_in_words_too()
    {
        var meeting = await SmallMeeting.OpenAsync(Server, new YesNoAbstain());
        await meeting.StartItemAsync();
        page = await OpenAsync(Device.Projector, "about:blank");
        await Page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow.AddHours(2) });
        await Page.GotoAsync($"{Server.Address}m/{meeting.Code}/scherm");
        await Expect(Page.Locator(".timer.late")).ToContainTextAsync("tijd om");
        await LookAsync("scherm-tijd-om", "1. Bankjes");

        await meeting.OpenPollAsync();
        await Expect(Page.Locator(".beam-head .timer.late")).ToContainTextAsync("tijd om");
        await LookAsync("scherm-vraag-tijd-om", "Komen er bankjes?");
    }

    private async Task<SmallMeeting> ShowAsync(SmallMeeting meeting)
    {
        page = await OpenAsync(Device.Projector, $"/m/{meeting.Code}/scherm");
        return meeting;
    }

    private async Task VoteAsync(SmallMeeting meeting)
    {
        await meeting.VoteAsync(0);
        await Expect(Page.Locator(".turnout [data-ballots]")).ToHaveTextAsync("1");
    }

    private async Task LookAsync(string name, string heading, int part = 25)
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);
        await new Beamer(Page).AssertLegibleAsync(name, part);
    }

    private async Task AssertAccessibleInBothSchemesAsync()
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await AssertAccessibleAsync(Page);
        }
    }
}
