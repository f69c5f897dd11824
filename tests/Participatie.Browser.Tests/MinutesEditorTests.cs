using Microsoft.Playwright;
using Participatie.Testing;

namespace Participatie.Browser.Tests;

public sealed class MinutesEditorTests : BrowserTests
{
    /// <summary>A picture of one point.</summary>
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

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
        await CheckAsync(page, "editor");

        await page.FillAsync("textarea[name=Text]", "## Nieuwe kop\n\n[klik](javascript:alert(1))");

        await Assertions.Expect(page.Locator("[data-preview] h3")).ToHaveTextAsync("Nieuwe kop");
        await Assertions.Expect(page.Locator("[data-preview] a")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_button_puts_a_block_where_the_cursor_is_and_a_mistake_leads_to_its_line()
    {
        var page = await SignInAsync(Device.Laptop);
        var text = page.Locator("textarea[name=Text]");
        await text.FillAsync("Eerst.\n\nLaatst.");
        await text.EvaluateAsync("box => box.setSelectionRange(6, 6)");

        await page.ClickAsync(".blocks summary");
        await page.GetByRole(AriaRole.Button, new() { Name = "Actiepunt invoegen" }).ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Eerst\\.\\n\\n::: actie\\nWie: [^:]*\\nKlaar op: [^:]*:::\\n\\nLaatst\\.$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(page.Locator("[data-preview] .record.actie")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(text).ToHaveValueAsync("Eerst.\n\nLaatst.");

        await text.FillAsync("Eerst.\n\n::: beslut\n\nTekst.\n:::");
        var mistake = page.Locator("[data-line='3']");
        await Assertions.Expect(mistake).ToContainTextAsync("Regel 3: ‘beslut’ kennen we niet.");
        await AssertAccessibleAsync(page);
        await mistake.ClickAsync();
        Assert.Equal("::: beslut", await text.EvaluateAsync<string>("box => box.value.slice(box.selectionStart, box.selectionEnd)"));
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

    [Fact]
    public async Task A_picture_is_brought_on_a_phone_put_into_the_text_and_seen_in_the_preview()
    {
        var page = await SignInAsync(Device.Phone);
        await page.GotoAsync($"/m/{evening.Code}/verslag/bijlagen");
        await page.SetInputFilesAsync("#bestanden", new FilePayload { Name = "Kaart.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Dot) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Toevoegen", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".attachments img")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Schrijven" }).ClickAsync();
        await page.FillAsync("textarea[name=Text]", "");
        await page.Locator(".blocks summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "‘kaart.png’ invoegen" }).ClickAsync();

        var picture = page.GetByRole(AriaRole.Img, new() { Name = "Schrijf hier wat je ziet" });
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 1);
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
