using Participatie.Browser.Tests.Stories;
using Participatie.Core.Polls;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>A meeting from its first minute to its last, in which nobody touches a mouse or a screen.</summary>
public sealed class KeyboardTests : BrowserTests
{
    private KeyboardUser samira = null!;
    private KeyboardUser anna = null!;
    private Resident phone = null!;

    [Fact]
    public async Task Everybody_takes_part_with_the_keyboard_only()
    {
        var meeting = await SmallMeeting.PlanAsync(Server, new Score(), Neighbourhood.MeetingId);
        await EnterConsoleAsync(meeting.Code);
        await samira.PressAsync("Bijeenkomst openen");
        await JoinAsync(meeting.Code);
        await StepAsync("Verder met: Bankjes", "Space");

        await StepAsync("Peiling openen");
        await phone.SeesAsync("Vote");
        await VoteAsync();
        await AskForTheFloorAsync(meeting.Code);

        await samira.KeyAsync("Enter");
        await phone.SeesAsync("Closed");
        await IsReadyAsync("Uitslag laten zien");
        await samira.KeyAsync("Control+Enter");
        await phone.SeesAsync("Released");
        await phone.SeesTextAsync("De meeste mensen willen: ‘Ja’, met gemiddeld een 4.");
        await StepAsync("Bijeenkomst sluiten");
        await phone.SeesAsync("Over");
        await anna.GoToAsync("Lees het concept");
        await samira.GoToAsync("Naar het verslag");
    }

    private async Task EnterConsoleAsync(string code)
    {
        samira = new KeyboardUser(await OpenAsync(Device.Laptop, "/inloggen"));
        var account = AccountOf("facilitator");
        await samira.TypeAsync("E-mailadres", account.Email);
        await samira.TypeAsync("Wachtwoord", account.Password);
        await samira.KeyAsync("Enter");
        await Expect(samira.Page.Locator("h1")).ToHaveTextAsync("Mijn tafels");
        await samira.Page.GotoAsync($"/m/{code}/leiden");
    }

    private async Task JoinAsync(string code)
    {
        anna = new KeyboardUser(await OpenAsync(Device.Phone, "/"));
        phone = new Resident(anna.Page, Device.Phone);
        await anna.PressAsync("Meedoen");
        await Expect(anna.Page.GetByLabel("Vul je code in")).ToBeFocusedAsync();
        await anna.Page.Keyboard.TypeAsync(code);
        await anna.PressAsync("Doe mee");
        await phone.SeesAsync("Listening");
    }

    private async Task StepAsync(string name, string key = "Enter")
    {
        await IsReadyAsync(name);
        await samira.PressAsync(name, key);
    }

    private async Task IsReadyAsync(string name)
    {
        await Expect(samira.Page.Locator("button.next")).ToHaveTextAsync(name);
        await samira.Page.WaitForLoadStateAsync();
    }

    /// <summary>A mark for each option, by the arrows; and once more, because that is allowed.</summary>
    private async Task VoteAsync()
    {
        foreach (var (option, arrows) in new[] { ("Ja", 3), ("Nee", 1), ("Weet niet", 2) })
        {
            await anna.PressAsync(option, "Space");
            for (var steps = 0; steps < arrows; steps++)
                await anna.KeyAsync("ArrowRight");
        }

        await anna.PressAsync("Stem");
        await phone.SeesAsync("Counted");
        await anna.PressAsync("Andere keuze maken");
        await phone.SeesAsync("Vote");
        await anna.PressAsync("Stem", "Space");
        await phone.SeesAsync("Counted");
    }

    /// <summary>What others do meanwhile does not take the button away under the facilitator's hand.</summary>
    private async Task AskForTheFloorAsync(string code)
    {
        await samira.GoToAsync("Peiling sluiten");
        await anna.PressAsync("Ik wil iets zeggen");
        await Expect(anna.Page).ToHaveURLAsync($"{Server.Address}m/{code}/hand");
        await anna.TypeAsync("Hoe mogen we je noemen?", "Anna");
        await anna.PressAsync("Steek je hand op");
        await Expect(samira.Page.Locator(".queue")).ToContainTextAsync("Anna");
        await Expect(samira.Page.Locator("button.next")).ToBeFocusedAsync();
        await anna.Page.GotoAsync($"/m/{code}");
    }
}
