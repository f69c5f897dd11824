using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Web.Privacy.Numbers;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.SigningIn;

/// <summary>Asks for the second step of who gave the right password.</summary>
[TakesSecrets]
public sealed class CodeModel(SecondStep secondStep, IOptions<AccountsOptions> options, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    [BindProperty(Name = AccountsSetup.ReturnParameter, SupportsGet = true)]
    public string? ReturnAddress { get; set; }

    public string Target => Url.IsLocalUrl(ReturnAddress) ? ReturnAddress : AccountsSetup.HomePath;

    public bool HasApp { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() is null ? LocalRedirect(AccountsSetup.SignInPath) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync() is not { } user)
            return LocalRedirect(AccountsSetup.SignInPath);

        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError("code", texts["Vul de code in."]);
            return Page();
        }

        if (await secondStep.AnswerAsync(HttpContext, user, Code, ct))
            return LocalRedirect(Target);

        ModelState.AddModelError("code", texts["Deze code klopt niet, of hij is al gebruikt. Wacht op de volgende code in de app."]);
        ModelState.AddModelError("", texts[
            "Ging het {0} keer mis? Wacht dan {1} minuten. Eerder lukt het niet, ook niet met de goede code.",
            options.Value.FailuresBeforeLockout,
            Math.Ceiling(options.Value.Lockout.TotalMinutes)]);
        return Page();
    }

    private async Task<StaffUser?> FindAsync()
    {
        var user = await secondStep.AskedAsync(HttpContext);
        HasApp = user?.TwoFactorEnabled ?? false;
        return user;
    }
}
