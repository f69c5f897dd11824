using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>A facilitator prepares a meeting from an example, copies it and prints the list for the door.</summary>
public sealed class PreparationTests : BrowserTests
{
    [Theory]
    [InlineData("laptop")]
    [InlineData("phone")]
    [InlineData("phone-without-scripts")]
    public async Task A_meeting_is_made_from_an_example_asked_a_question_copied_and_put_on_paper(string device)
    {
        var page = (await SignInAsync(Device.Find(device), "facilitator")).Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Nieuwe bijeenkomst" }).First.ClickAsync();
        await CheckAsync(page, "nieuwe-bijeenkomst");
        await page.GetByLabel("Waar begin je mee?").SelectOptionAsync("wijkbudget");
        await page.GetByLabel("Naam van de bijeenkomst").FillAsync("Geld verdelen");
        await page.GetByLabel("Plaats").FillAsync("Buurthuis De Boog");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bijeenkomst maken" }).ClickAsync();
        await Expect(page.Locator(".poll-line")).ToContainTextAsync("Welke plannen krijgen geld?");
        await CheckAsync(page, "voorbereiden-uit-voorbeeld");

        await page.GetByRole(AriaRole.Link, new() { Name = "Vraag toevoegen" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Heeft iemand bezwaar?" }).ClickAsync();
        await CheckAsync(page, "vraag-uit-voorbeeld");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaren" }).ClickAsync();
        await Expect(page.Locator(".poll-line").First).ToContainTextAsync("Heb je bezwaar tegen dit voorstel?");

        await page.GetByRole(AriaRole.Link, new() { Name = "Presentielijst afdrukken" }).ClickAsync();
        await page.GetByLabel("Ja, maak een kolom voor hun e-mailadres.").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lijst aanpassen" }).ClickAsync();
        await CheckAsync(page, "presentielijst");
        await page.GetByRole(AriaRole.Link, new() { Name = "Terug naar" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Kopie maken" }).ClickAsync();
        await CheckAsync(page, "kopie");
        await page.GetByLabel("Naam van de bijeenkomst").FillAsync("Geld verdelen, nog een keer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kopie maken" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Geld verdelen, nog een keer");
        await Expect(page.Locator(".poll-line")).ToHaveCountAsync(2);
    }
}
