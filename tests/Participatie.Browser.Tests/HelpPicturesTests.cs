using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using Participatie.Core.Polls;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>An evening of which the help pages show the screens.</summary>
public sealed class HelpPicturesTests : BrowserTests
{
    private static readonly Device Beamer = Device.Projector with { Width = 1280, Height = 720 };

    private readonly Pictures pictures = new();

    [Fact]
    public async Task Every_picture_that_a_help_page_names_is_made_and_no_other()
    {
        var meeting = await SmallMeeting.OpenAsync(Server, new YesNoAbstain(), Neighbourhood.MeetingId, "Moeten er bankjes op het plein komen?");
        await PrepareAsync(meeting);
        await AnswerAsync();
        await HoldAsync(meeting);
        await WriteAsync(meeting);

        Assert.Equal(Pictures.Named, pictures.Made);
    }

    private async Task PrepareAsync(SmallMeeting meeting)
    {
        var samira = await SignInAsync("facilitator");
        await samira.GetByRole(AriaRole.Link, new() { Name = "Nieuwe bijeenkomst" }).First.ClickAsync();
        await Expect(samira.GetByLabel("Naam van de bijeenkomst")).ToBeVisibleAsync();
        await TakeAsync(samira, Device.Laptop, "begeleider-nieuw");
        await VisitAsync(samira, Device.Laptop, "begeleider-agenda", $"/beheer/bijeenkomsten/{Neighbourhood.MeetingId}");
        await samira.GotoAsync($"/beheer/bijeenkomsten/{meeting.Id}");
        await new Staff(samira).MakePassesAsync(2);
        await samira.Locator(".passes").ScrollIntoViewIfNeededAsync();
        await TakeAsync(samira, Device.Laptop, "begeleider-stempassen");
    }

    private async Task AnswerAsync()
    {
        var joke = await SignInAsync("boardmember");
        await TakeAsync(joke, Device.Laptop, "bestuur-overzicht");
        await joke.Locator("main a[href$='/antwoord']").First.ClickAsync();
        await Expect(joke.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Antwoord op");
        await TakeAsync(joke, Device.Laptop, "bestuur-antwoord");

        await VisitAsync(await SignInAsync("administrator"), Device.Laptop, "beheerder-tafels", "/beheer/tafels");
    }

    private async Task HoldAsync(SmallMeeting meeting)
    {
        var samira = await SignInAsync("facilitator");
        var screen = await OpenAsync(Beamer, $"/m/{meeting.Code}/scherm");
        await TakeAsync(screen, Beamer, "bewoner-scherm");
        var anna = new Resident(await OpenAsync(Device.Phone, "/meedoen"), Device.Phone);
        await TakeAsync(anna.Page, Device.Phone, "bewoner-meedoen");
        await anna.TypeCodeAsync(meeting.Code);
        await meeting.StartItemAsync();
        await Expect(screen.Locator(".timer")).Not.ToHaveTextAsync("");
        await TakeAsync(screen, Beamer, "begeleider-scherm");
        await VisitAsync(samira, Device.Laptop, "begeleider-leiden", $"/m/{meeting.Code}/leiden");
        await SeesAsync(anna, "Listening", "bewoner-luisteren");

        await meeting.OpenPollAsync();
        await SeesAsync(anna, "Vote", "bewoner-stemmen");
        await anna.ChooseAsync("Ja");
        await SeesAsync(anna, "Counted", "bewoner-geteld");
        await meeting.VoteAsync(0);
        await meeting.VoteAsync(1);
        await Expect(samira.Locator(".turnout [data-ballots]")).ToHaveTextAsync("3");
        await TakeAsync(samira, Device.Laptop, "begeleider-stemming");

        await meeting.CloseAsync();
        await meeting.ReleaseAsync();
        await Expect(screen.Locator(".verdict")).ToBeVisibleAsync();
        await TakeAsync(screen, Beamer, "begeleider-uitslag");
        await SeesAsync(anna, "Released", "bewoner-uitslag");
        await VisitAsync(anna.Page, Device.Phone, "bewoner-hand", $"/m/{meeting.Code}/hand");
        await VisitAsync(anna.Page, Device.Phone, "bewoner-taal", "/weergave");
    }

    private async Task WriteAsync(SmallMeeting meeting)
    {
        await meeting.EndAsync();
        var wim = await SignInAsync("minutetaker");
        await wim.GotoAsync($"/m/{meeting.Code}/verslag/aantekeningen");
        await wim.GetByLabel("Wat is er gezegd?").FillAsync("Bewoners willen zitten in de schaduw.");
        await wim.GetByRole(AriaRole.Button, new() { Name = "Bewaar deze aantekening" }).ClickAsync();
        await Expect(wim.Locator(".notes")).ToContainTextAsync("schaduw");
        await TakeAsync(wim, Device.Laptop, "verslag-aantekeningen");
        await VisitAsync(wim, Device.Laptop, "verslag-schrijven", $"/m/{meeting.Code}/verslag");
        await wim.GetByRole(AriaRole.Button, new() { Name = "Bewaren", Exact = true }).ClickAsync();
        await VisitAsync(wim, Device.Laptop, "verslag-vaststellen", $"/m/{meeting.Code}/verslag/vaststellen");
    }

    private async Task<IPage> SignInAsync(string role) => (await SignInAsync(Device.Laptop, role)).Page;

    private async Task SeesAsync(Resident resident, string state, string name)
    {
        await resident.SeesAsync(state);
        await TakeAsync(resident.Page, Device.Phone, name);
    }

    private async Task VisitAsync(IPage page, Device device, string name, string path)
    {
        await page.GotoAsync(path);
        await TakeAsync(page, device, name);
    }

    private Task TakeAsync(IPage page, Device device, string name) => pictures.TakeAsync(page, device, name);
}
