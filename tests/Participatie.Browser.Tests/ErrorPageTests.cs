namespace Participatie.Browser.Tests;

public sealed class ErrorPageTests : BrowserTests
{
    public static TheoryData<string> Devices => [.. Device.All.Select(device => device.Name)];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task An_unknown_address_is_explained_to_everybody(string device)
    {
        Complaints.ExpectRefusal("/bestaat-niet");

        var page = await OpenAsync(Device.Find(device), "/bestaat-niet");

        Assert.Equal("Deze pagina bestaat niet", await page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
        await CheckAsync(page, "unknown-address");
    }
}
