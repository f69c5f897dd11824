using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts;

public sealed class SignInModel(SignIn signIn, IOptions<AccountsOptions> options, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    [BindProperty(Name = AccountsSetup.ReturnParameter, SupportsGet = true)]
    public string? ReturnAddress { get; set; }

    /// <summary>Where to go after signing in: an address of our own, never one that a stranger put in a link.</summary>
    public string Target => Url.IsLocalUrl(ReturnAddress) ? ReturnAddress : AccountsSetup.HomePath;

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError("email", texts["Vul je e-mailadres in."]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError("password", texts["Vul je wachtwoord in."]);
        if (string.IsNullOrWhiteSpace(Email) || string.IsNullOrEmpty(Password))
            return Page();

        if (await signIn.RunAsync(Email, Password))
            return LocalRedirect(Target);

        // One text for a wrong password, an unknown address and a locked account: another text would tell which it was.
        ModelState.AddModelError("", texts["Inloggen is niet gelukt. Kijk of je e-mailadres en je wachtwoord kloppen."]);
        ModelState.AddModelError("", texts[
            "Ging het {0} keer mis? Wacht dan {1} minuten. Eerder lukt het niet, ook niet met het goede wachtwoord.",
            options.Value.FailuresBeforeLockout,
            Math.Ceiling(options.Value.Lockout.TotalMinutes)]);
        return Page();
    }
}
