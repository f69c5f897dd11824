using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participatie.Web.Accounts;

/// <summary>An invited member of staff chooses a password. Looking at the page, as a link preview does, uses nothing up.</summary>
public sealed class WelcomeModel(WelcomeLink links, ChoosePassword choosePassword, NewPassword newPassword) : PageModel
{
    [BindProperty(Name = "token", SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty(Name = NewPassword.Field)]
    public string? Password { get; set; }

    public StaffUser? Invited { get; private set; }

    public async Task OnGetAsync() => await FindInvitedAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        switch (await choosePassword.RunAsync(Token, Password ?? ""))
        {
            case PasswordOutcome.Chosen:
                return LocalRedirect(AccountsSetup.HomePath);
            case PasswordOutcome.PasswordTooShort:
                newPassword.AddTooShort(ModelState);
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
