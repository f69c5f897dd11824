using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Accounts.Sessions;

namespace Participatie.Web.Accounts.SigningIn;

public sealed class SignOutModel(SessionStore sessions) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (StaffSession.Of(HttpContext) is { } session)
            await sessions.EndAsync(session.Id, session.UserId, ct);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect(AccountsSetup.SignOutPath);
    }
}
