using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Accounts.Sessions;

namespace Participatie.Web.Accounts.SigningIn;

public sealed class SignOutModel(EndSession endSession) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await endSession.RunAsync(HttpContext, ct);
        return LocalRedirect(AccountsSetup.SignOutPath);
    }
}
