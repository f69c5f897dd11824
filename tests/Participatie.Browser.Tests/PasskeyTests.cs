using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Participatie.Web.Accounts;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>A member of staff makes a passkey and signs in with it; Chromium's own authenticator stands in for the finger.</summary>
public sealed class PasskeyTests : BrowserTests
{
    private const string Email = "passkey@example.org";
    private const string Password = "een lang wachtwoord";

    [Fact]
    public async Task A_passkey_is_made_and_from_then_on_signs_in()
    {
        await using (var scope = Server.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<AddStaff>().RunAsync(Email, "Noor Bakker", StaffRole.Administrator, table: null, Password, TestContext.Current.CancellationToken);
        var site = $"http://localhost:{Server.Address.Port}"; // a passkey belongs to a name, never to a number
        var noor = await OpenAsync(Device.Laptop, $"{site}/inloggen");
        await GiveAuthenticatorAsync(noor);
        await SignInAsync(noor);
        await Expect(noor).ToHaveURLAsync($"{site}{AccountsSetup.HomePath}");
        await CheckAsync(noor, "beheer-zonder-tweede-stap");

        await noor.GotoAsync($"{site}{AccountsSetup.SecondStepPath}");
        await CheckAsync(noor, "tweede-stap");
        await noor.GetByRole(AriaRole.Button, new() { Name = "Maak een passkey" }).ClickAsync();
        await Expect(noor.GetByRole(AriaRole.Status).First).ToHaveTextAsync("De passkey is bewaard. Je kunt er nu mee inloggen.");
        await Expect(noor.Locator(".recovery-codes code")).ToHaveCountAsync(10);
        await CheckAsync(noor, "tweede-stap-herstelcodes");

        await noor.Context.ClearCookiesAsync();
        await noor.GotoAsync($"{site}/inloggen");
        await CheckAsync(noor, "inloggen");
        await noor.GetByRole(AriaRole.Button, new() { Name = "Inloggen met een passkey" }).ClickAsync();
        await Expect(noor).ToHaveURLAsync($"{site}{AccountsSetup.HomePath}");

        await noor.Context.ClearCookiesAsync();
        await noor.GotoAsync($"{site}/inloggen");
        await SignInAsync(noor);
        await Expect(noor.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Nog één stap");
        await CheckAsync(noor, "inloggen-tweede-stap");
        await noor.GetByRole(AriaRole.Button, new() { Name = "Inloggen met een passkey" }).ClickAsync();
        await Expect(noor).ToHaveURLAsync($"{site}{AccountsSetup.HomePath}");
        await noor.GotoAsync($"{site}{AccountsSetup.AccountPath}");
        await CheckAsync(noor, "mijn-account");
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GetByLabel("E-mailadres").FillAsync(Email);
        await page.GetByLabel("Wachtwoord").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Inloggen", Exact = true }).ClickAsync();
    }

    private static async Task GiveAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
    }
}
