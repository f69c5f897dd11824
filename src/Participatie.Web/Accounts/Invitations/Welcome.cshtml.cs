using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Accounts.Passwords;
using Participatie.Web.Privacy.Numbers;

namespace Participatie.Web.Accounts.Invitations;

/// <summary>An invited member of staff chooses a password. Looking at the page, as a link preview does, uses nothing up.</summary>
[TakesSecrets]
public sealed class WelcomeModel(WelcomeLink links, ChoosePassword choosePassword, NewPassword newPassword) : PageModel
{
    [BindProperty(Name = "token", SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty(Name = NewPassword.Field)]
    public string? Password { get; set; }

    public StaffUser? Invited { get; private set; }

    public async Task OnGetAsync() => await FindInvitedAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await choosePassword.RunAsync(HttpContext, Token, Password ?? "", ct))
        {
            case LinkOutcome.SignedIn:
                return LocalRedirect(AccountsSetup.HomePath);
            case LinkOutcome.SignInNow:
                return LocalRedirect(AccountsSetup.SignInPath);
            case LinkOutcome.PasswordTooShort:
                newPassword.Refuse(ModelState, PasswordFault.TooShort);
                break;
            case LinkOutcome.PasswordIsGuessable:
                newPassword.Refuse(ModelState, PasswordFault.Guessable);
                break;
        }

        await FindInvitedAsync();
        return Page();
    }

    private async Task FindInvitedAsync()
    {
        Invited = await links.FindAsync(Token);
        if (Invited is null)
            Response.StatusCode = StatusCodes.Status410Gone;
    }
}
