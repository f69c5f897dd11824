using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests.Stories;

/// <summary>A member of staff at a laptop: what they click, in their words.</summary>
internal sealed partial class Staff(IPage page)
{
    public IPage Page => page;

    public ILocator NextButton => page.Locator("button.next");

    public async Task SignInAsync(string email, string password)
    {
        await page.GotoAsync("/inloggen");
        await page.GetByLabel("E-mailadres").FillAsync(email);
        await page.GetByLabel("Wachtwoord").FillAsync(password);
        await page.Locator("main").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mijn tafels" })).ToBeVisibleAsync();
    }

    public async Task PlanMeetingAsync(string title)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Nieuwe bijeenkomst" }).First.ClickAsync();
        await page.GetByLabel("Naam van de bijeenkomst").FillAsync(title);
        await page.GetByLabel("Plaats").FillAsync("Buurthuis De Boog");
        await page.GetByLabel("Datum en tijd").FillAsync("2026-11-24T19:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bijeenkomst maken" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
    }

    public async Task AddItemAsync(string title, string description)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Agendapunt toevoegen" }).ClickAsync();
        await page.GetByLabel("Onderwerp").FillAsync(title);
        await page.GetByLabel("Om te beslissen").CheckAsync();
        await page.GetByLabel("Hoeveel minuten?").FillAsync("20");
        await page.GetByLabel("Uitleg").FillAsync(description);
        await SaveAsync();
    }

    public async Task StartPollAsync(string item)
    {
        await page.Locator("li", new() { HasText = item }).GetByRole(AriaRole.Link, new() { Name = "Vraag toevoegen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nieuwe vraag");
    }

    public async Task SaveAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaren" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Agenda", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Makes passes and reads them from the sheet, as somebody who hands them out does.</summary>
    public async Task<IReadOnlyList<string>> MakePassesAsync(int count)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Stempassen maken" }).ClickAsync();
        await page.GetByLabel("Hoeveel nieuwe stempassen?").FillAsync(count.ToString(CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Stempassen maken" }).ClickAsync();
        await Expect(page.Locator(".pass")).ToHaveCountAsync(count);
        return await page.Locator(".pass .code").AllInnerTextsAsync();
    }

    /// <summary>Presses the one next button, which must say this.</summary>
    public async Task NextAsync(string name)
    {
        await Expect(NextButton).ToContainTextAsync(name);
        await NextButton.ClickAsync();
        await Expect(NextButton.Or(page.Locator("a.next"))).Not.ToHaveTextAsync(new Regex("^\\s*" + Regex.Escape(name), RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>The meeting's code, as the console shows it.</summary>
    public string Code => MeetingCode().Match(page.Url).Groups["code"].Value;

    [GeneratedRegex("/m/(?<code>[^/]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MeetingCode();
}
