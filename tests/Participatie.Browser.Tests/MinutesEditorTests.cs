using Microsoft.Playwright;
using Participatie.Testing;

namespace Participatie.Browser.Tests;

public sealed class MinutesEditorTests : BrowserTests
{
    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
        await evening.AddMinuteTakerAsync();
        await evening.OpenAsync();
        await evening.VoteAsync();
        await evening.ReleaseAsync();
    }

    [Fact]
    public async Task The_preview_follows_the_text_while_somebody_types()
    {
        var page = await SignInAsync(Device.Laptop);
        await Assertions.Expect(page.Locator("[data-preview]")).ToContainTextAsync("Aangenomen: 3 van de 4 stemmen zijn voor.");
        await KeepScreenshotAsync(page, "editor");
        await AssertAccessibleAsync(page);

        await page.FillAsync("textarea[name=Text]", "## Nieuwe kop\n\n[klik](javascript:alert(1))");

        await Assertions.Expect(page.Locator("[data-preview] h3")).ToHaveTextAsync("Nieuwe kop");
        await Assertions.Expect(page.Locator("[data-preview] a")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_the_button_shows_the_preview_on_a_phone_too()
    {
        var page = await SignInAsync(Device.Phone.WithoutScripts());

        await page.FillAsync("textarea[name=Text]", "## Nieuwe kop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voorbeeld bekijken" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-preview] h3")).ToHaveTextAsync("Nieuwe kop");
        await AssertAccessibleAsync(page);
    }

    private async Task<IPage> SignInAsync(Device device)
    {
        var page = await OpenAsync(device, $"/m/{evening.Code}/verslag");
        await page.FillAsync("[name=email]", Evening.Email);
        await page.FillAsync("[name=password]", Evening.Password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Inloggen" }).ClickAsync();
        return page;
    }
}
