using Microsoft.Playwright;
using Participatie.Core.Polls;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests.Stories;

/// <summary>Residents who want to be heard, in browsers with and without JavaScript: a hand, a question, a topic.</summary>
public abstract class VoicesStory(bool scripts) : BrowserTests
{
    private readonly string kind = scripts ? "" : "-zonder-script";

    private Device Laptop => scripts ? Device.Laptop : Device.Laptop.WithoutScripts();

    private Device Phone => scripts ? Device.Phone : Device.Phone.WithoutScripts();

    [Fact]
    public async Task Somebody_raises_a_hand_and_gets_the_floor()
    {
        var (meeting, samira) = await MeetAsync();
        var anna = await OpenAsync(Phone, $"/m/{meeting.Code}");
        await anna.GetByRole(AriaRole.Link, new() { Name = "Ik wil iets zeggen" }).ClickAsync();
        await anna.GetByLabel("Hoe mogen we je noemen?").FillAsync("Anna");
        await CheckAsync(anna, $"hand{kind}");
        await anna.GetByRole(AriaRole.Button, new() { Name = "Steek je hand op" }).ClickAsync();
        await Expect(anna.Locator("#hand")).ToHaveTextAsync("Je hand is omhoog. Je bent de volgende.");
        await CheckAsync(anna, $"telefoon-hand-omhoog{kind}");

        await LookAgainAsync(samira);
        await Expect(samira.Locator(".queue")).ToContainTextAsync("Anna");
        await CheckAsync(samira, $"leiden-spreekrij{kind}");
        if (scripts)
            await samira.Keyboard.PressAsync("Control+Shift+Enter");
        else
            await samira.GetByRole(AriaRole.Button, new() { Name = "Geef het woord Anna" }).ClickAsync();
        await Expect(samira.Locator(".speaking")).ToContainTextAsync("Anna");

        await LookAgainAsync(anna);
        await Expect(anna.Locator("#hand")).ToHaveTextAsync("Je bent aan de beurt.");
    }

    [Fact]
    public async Task A_question_is_let_through_and_others_want_to_know_it_too()
    {
        var (meeting, samira) = await MeetAsync();
        var anna = await OpenAsync(Phone, $"/m/{meeting.Code}");
        await anna.GetByRole(AriaRole.Link, new() { Name = "Vragen" }).ClickAsync();
        await anna.GetByLabel("Wat wil je vragen?").FillAsync("Wie maakt de bankjes schoon?");
        await anna.GetByRole(AriaRole.Button, new() { Name = "Stel je vraag" }).ClickAsync();
        await Expect(anna.Locator("main")).ToContainTextAsync("De begeleider heeft dit nog niet gelezen.");
        await CheckAsync(anna, $"vraag-gesteld{kind}");

        await LookAgainAsync(samira);
        await Expect(samira.Locator(".contributions")).ToContainTextAsync("Wie maakt de bankjes schoon?");
        await CheckAsync(samira, $"leiden-vragen{kind}");
        await samira.GetByRole(AriaRole.Button, new() { Name = "Laat zien" }).ClickAsync();
        await Expect(samira.GetByRole(AriaRole.Button, new() { Name = "Laat zien" })).ToHaveCountAsync(0);

        var bilal = await OpenAsync(Phone, $"/m/{meeting.Code}/vragen");
        await bilal.GetByRole(AriaRole.Button, new() { Name = "Dit wil ik ook weten" }).ClickAsync();
        await Expect(bilal.Locator("main")).ToContainTextAsync("Zo veel mensen willen dit: 1");
        await CheckAsync(bilal, $"vragen{kind}");
    }

    /// <summary>An open meeting of the table that the facilitator of the neighbourhood leads, with the console before her.</summary>
    private async Task<(SmallMeeting Meeting, IPage Console)> MeetAsync()
    {
        var meeting = await SmallMeeting.OpenAsync(Server, new YesNoAbstain(), Neighbourhood.MeetingId);
        var samira = await SignInAsync(Laptop, "facilitator");
        await samira.Page.GotoAsync($"/m/{meeting.Code}/leiden");
        return (meeting, samira.Page);
    }

    /// <summary>With scripts a page follows by itself.</summary>
    private Task LookAgainAsync(IPage page) => scripts ? Task.CompletedTask : page.ReloadAsync();

    public sealed class WithScripts() : VoicesStory(scripts: true);

    public sealed class WithoutScripts() : VoicesStory(scripts: false);
}
