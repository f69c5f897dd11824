using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>A phone in another language, in larger letters, that reads aloud.</summary>
public sealed class LanguageTests : BrowserTests
{
    public static TheoryData<string, string, string> Choices { get; } = new()
    {
        { "ar", "Normal", "false" },
        { "tr", "Large", "false" },
        { "pl", "Largest", "true" },
        { "uk", "Largest", "false" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task Somebody_chooses_a_language_and_letters_and_follows_the_meeting(string language, string letters, string blackAndWhite)
    {
        var page = await OpenAsync(Device.Phone, $"/m/{Neighbourhood.MeetingCode}");
        await page.Locator(".display-link").ClickAsync();
        await page.Locator($"[name=taal][value={language}]").CheckAsync();
        await page.Locator($"[name=letters][value={letters}]").CheckAsync();
        await page.Locator($"[name=zwartwit][value={blackAndWhite}]").CheckAsync();
        await CheckAsync(page, $"weergave-{language}");
        await page.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(page).ToHaveURLAsync($"{Server.Address}m/{Neighbourhood.MeetingCode}");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await new Resident(page, Device.Phone).IsConnectedAsync();
        await CheckAsync(page, $"telefoon-{language}");
    }

    [Fact]
    public async Task A_button_reads_aloud_what_is_beside_it_and_stops_when_pressed_again()
    {
        var page = await OpenAsync(Device.Phone, "about:blank");
        var voice = await Voice.OfAsync(page);
        await page.GotoAsync($"{Server.Address}m/{Neighbourhood.MeetingCode}");
        var button = page.Locator("section:not([hidden]) .say").First;

        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await button.ClickAsync();
        await Expect(button).Not.ToHaveAttributeAsync("aria-pressed", "true");

        var said = await voice.SaidAsync();
        var heading = await page.Locator("section:not([hidden]) h1").TextContentAsync();
        Assert.Contains(said, words => words.StartsWith($"nl: {heading}.", StringComparison.Ordinal));
        Assert.Equal("silence", said[^1]);
    }
}
