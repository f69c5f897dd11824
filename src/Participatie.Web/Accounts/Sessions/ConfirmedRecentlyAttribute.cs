using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Accounts.Sessions;

/// <summary>
/// A page on which it is decided how people sign in: who walks by a computer that somebody left open must not be able to.
/// Whoever signed in longer ago does so again, and comes back.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConfirmedRecentlyAttribute : AuthorizeAttribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context) => context.Result = Ask(context.HttpContext) ?? context.Result;

    /// <summary>The way to signing in and back, for who did so too long ago; null for who did so recently.</summary>
    public static IActionResult? Ask(HttpContext http)
    {
        var oldest = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()
            - http.RequestServices.GetRequiredService<IOptions<AccountsOptions>>().Value.Confirmation;
        return StaffSession.Of(http) is { } session && session.StartedAt < oldest
            ? new RedirectResult($"{AccountsSetup.SignInPath}?{AccountsSetup.ReturnParameter}={Uri.EscapeDataString(http.Request.Path)}")
            : null;
    }
}
