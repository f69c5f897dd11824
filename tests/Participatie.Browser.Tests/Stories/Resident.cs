using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests.Stories;

/// <summary>A resident with a phone. Without scripts they refresh the page to see what is new, as the page invites them to.</summary>
internal sealed class Resident(IPage page, Device phone)
{
    public IPage Page => page;

    public async Task TypeCodeAsync(string code)
    {
        await page.GotoAsync("/meedoen");
        await page.GetByLabel("Vul je code in").FillAsync(code);
        await page.Locator("main").GetByRole(AriaRole.Button).ClickAsync();
    }

    public async Task ScanPassAsync(string pass)
    {
        await page.GotoAsync($"/p/{pass}");
        await page.Locator("main form").GetByRole(AriaRole.Button).ClickAsync();
    }

    /// <summary>Waits until the page is in this state; its name is the section's <c>data-state</c>.</summary>
    public async Task SeesAsync(string state)
    {
        if (!phone.Scripts)
            await page.GetByRole(AriaRole.Link, new() { Name = "Ververs" }).ClickAsync();
        else
            await IsConnectedAsync();
        await Expect(page.Locator($"[data-state={state}]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state]:visible")).ToHaveCountAsync(1);
    }

    /// <summary>The page follows the meeting by itself.</summary>
    public Task IsConnectedAsync() => Expect(page.Locator("#inhoud[data-connected=true]")).ToBeAttachedAsync();

    public async Task SeesTextAsync(string text) => await Expect(page.Locator("[data-state]:visible")).ToContainTextAsync(text);

    public Task ChooseAsync(string option) => page.Locator("button.choice", new() { HasText = option }).ClickAsync();

    public Task TickAsync(string option) => page.Locator("label.choice", new() { HasText = option }).ClickAsync();

    public Task HandInAsync() => page.Locator("#inleveren").ClickAsync();

    public Task ChooseAgainAsync() => page.Locator("#opnieuw").ClickAsync();

    public async Task<string> ReceiptAsync() => await page.Locator("[data-state]:visible .receipt").InnerTextAsync();
}
