namespace Participatie.Browser.Tests;

/// <summary>The checks of every page do find faults: a check that finds nothing in anything would pass for ever.</summary>
public sealed class AccessibilityTests : BrowserTests
{
    private const string Dim = "@media (prefers-color-scheme: dark) { p { background: #000; color: #222 } }";

    [Theory]
    [InlineData("<p>Tekst</p>", "", null)]
    [InlineData("<p><img src=\"data:,\"></p>", "", "image-alt")]
    [InlineData("<p>Tekst</p>", Dim, "in the dark")]
    [InlineData("<p>Tekst</p>", "p { inline-size: 400px }", "enlarged, 80 pixels too wide")]
    [InlineData("<p>Tekst</p>", "p { inline-size: 340px }", "enlarged, 20 pixels too wide")]
    [InlineData("<p>Een lange tekst</p>", "p { inline-size: 40px; overflow: hidden; white-space: nowrap }", "cut off: Een lange tekst")]
    [InlineData("<p>Tekst</p>", "p { translate: -50px }", "cut off: Tekst")]
    [InlineData("<div tabindex=\"0\"><p>Een tabel</p></div>", "div { overflow: auto } p { inline-size: 400px }", null)]
    [InlineData("<p>Lees <a href=\"/\">dit</a> eerst</p>", "", null)]
    [InlineData("<p><a href=\"/\">Verder</a></p>", "", "is small for a finger: <a")]
    [InlineData("<p><button>Ja</button></p>", "button { block-size: 43px; inline-size: 90px }", "90 by 43 is small for a finger")]
    [InlineData("<p><label><input type=\"radio\"> Ja</label></p>", "label { display: block; block-size: 44px }", null)]
    public async Task A_fault_is_found(string body, string style, string? fault)
    {
        var page = await OpenAsync(Device.Phone, "about:blank");
        await page.SetContentAsync(
            $"""
            <!doctype html><html lang="nl"><head><title>Pagina</title><meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body, p, button {"{ margin: 0 }"} {style}</style></head><body class="phone"><main><h1>Kop</h1>{body}</main></body></html>
            """);

        var found = await Accessibility.FaultsAsync(page, Device.Phone);

        if (fault is null)
            Assert.Empty(found);
        else
            Assert.Contains(found, told => told.Contains(fault, StringComparison.Ordinal));
    }
}
