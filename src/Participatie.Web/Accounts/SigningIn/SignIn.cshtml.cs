using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Web.Accounts.Provider;
using Participatie.Web.Privacy.Numbers;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.SigningIn;

[TakesSecrets]
public sealed class SignInModel(SignIn signIn, PasskeySignIn passkeys, IOptions<AccountsOptions> options, IOptions<ProviderOptions> provider, IStringLocalizer<Texts> texts) : PageModel
{
    public const string RefusalParameter = "organisatie";

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>What a browser answers that was asked for a passkey.</summary>
    [BindProperty(Name = "credential")]
    public string? Credential { get; set; }

    [BindProperty(Name = AccountsSetup.ReturnParameter, SupportsGet = true)]
    public string? ReturnAddress { get; set; }

    /// <summary>How it went at the provider, for who comes back from it.</summary>
    [BindProperty(Name = RefusalParameter, SupportsGet = true)]
    public ProviderOutcome? Refusal { get; set; }

    /// <summary>The provider's name; null when there is none.</summary>
    public string? Provider => provider.Value.Authority is null ? null : provider.Value.Name;

    /// <summary>Where to go after signing in: an address of our own, never one that a stranger put in a link.</summary>
    public string Target => Url.IsLocalUrl(ReturnAddress) ? ReturnAddress : AccountsSetup.HomePath;

    public void OnGet()
    {
        if (Provider is { } name && Refusal is { } refusal)
            ModelState.AddModelError("", Explain(refusal, name));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError("email", texts["Vul je e-mailadres in."]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError("password", texts["Vul je wachtwoord in."]);
        if (string.IsNullOrWhiteSpace(Email) || string.IsNullOrEmpty(Password))
            return Page();

        switch (await signIn.RunAsync(HttpContext, Email, Password, ct))
        {
            case SignInOutcome.SignedIn:
                return LocalRedirect(Target);
            case SignInOutcome.NeedsSecondStep:
                return LocalRedirect($"{AccountsSetup.CodePath}?{AccountsSetup.ReturnParameter}={Uri.EscapeDataString(Target)}");
        }

        // One text for a wrong password, an unknown address and a locked account: another text would tell which it was.
        ModelState.AddModelError("", texts["Inloggen is niet gelukt. Kijk of je e-mailadres en je wachtwoord kloppen."]);
        ModelState.AddModelError("", texts[
            "Ging het {0} keer mis? Wacht dan {1} minuten. Eerder lukt het niet, ook niet met het goede wachtwoord.",
            options.Value.FailuresBeforeLockout,
            Math.Ceiling(options.Value.Lockout.TotalMinutes)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAskPasskeyAsync() => Content(await passkeys.AskAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        if (await passkeys.AnswerAsync(HttpContext, Credential ?? "", ct))
            return LocalRedirect(Target);

        ModelState.AddModelError("", texts["Inloggen met deze passkey is niet gelukt. Probeer het nog een keer, of gebruik je wachtwoord."]);
        return Page();
    }

    private string Explain(ProviderOutcome refusal, string name) => refusal switch
    {
        ProviderOutcome.NoTask => texts["{0} kent je, maar je hebt hier geen taak. Vraag een beheerder om je uit te nodigen.", name],
        _ => texts["Inloggen via {0} is niet gelukt. Probeer het nog een keer.", name],
    };
}
