using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Accounts.Sessions;

namespace Participatie.Web.Accounts.Own;

/// <summary>A page about the account of who looks at it.</summary>
[Authorize]
public abstract class OwnPage(UserManager<StaffUser> users) : PageModel
{
    public StaffUser Account { get; private set; } = new();

    public StaffSession Session => StaffSession.Of(HttpContext)!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await users.FindByIdAsync(Session.UserId.ToString()) is not { } account)
        {
            context.Result = new ChallengeResult();
            return;
        }

        Account = account;
        await next();
    }
}
