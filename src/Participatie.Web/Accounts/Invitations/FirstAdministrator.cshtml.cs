using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Accounts.Passwords;
using Participatie.Web.Accounts.SigningIn;
using Participatie.Web.Privacy.Numbers;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.Invitations;

/// <summary>Whoever holds the link from the operator's terminal makes the first administrator.</summary>
[TakesSecrets]
public sealed class FirstAdministratorModel(
    FirstAdministrator firstAdministrator, SignIn signIn, NewPassword newPassword, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(Name = "token", SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = NewPassword.Field)]
    public string? Password { get; set; }

    public bool IsOpen { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError("name", texts["Vul je naam in."]);
        else if (await AppointAsync(Name, Email ?? "", Password ?? "", ct))
            return LocalRedirect(AccountsSetup.HomePath);

        await LookAsync(ct);
        return Page();
    }

    private async Task<bool> AppointAsync(string name, string email, string password, CancellationToken ct)
    {
        switch (await firstAdministrator.AppointAsync(Token, email, name, password, ct))
        {
            case StaffOutcome.AddressIsInvalid:
                ModelState.AddModelError("email", texts["Vul een e-mailadres in, zoals naam@gemeente.nl."]);
                return false;
            case StaffOutcome.PasswordTooShort:
                newPassword.Refuse(ModelState, PasswordFault.TooShort);
                return false;
            case StaffOutcome.PasswordIsGuessable:
                newPassword.Refuse(ModelState, PasswordFault.Guessable);
                return false;
            case StaffOutcome.Added or StaffOutcome.RoleAdded:
                await signIn.RunAsync(HttpContext, email, password, ct);
                return true;
            default:
                return false;
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        IsOpen = await firstAdministrator.IsOpenAsync(Token, ct);
        if (!IsOpen)
            Response.StatusCode = StatusCodes.Status410Gone;
    }
}
