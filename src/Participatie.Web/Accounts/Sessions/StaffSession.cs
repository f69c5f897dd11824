using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Accounts.Sessions;

/// <summary>How somebody showed who they are; the database keeps the name in lower case.</summary>
public enum SignInMethod
{
    /// <summary>Nothing but a password, here or at the provider.</summary>
    Password,

    /// <summary>A password, and a code from an app or from paper.</summary>
    Code,

    Passkey,

    /// <summary>A one-time link.</summary>
    Link,

    /// <summary>The provider, which asked a second step.</summary>
    Provider,
}

/// <summary>
/// A member of staff at one browser, as it stands in the database at this request. The cookie only names the session, so a
/// session that is ended, a password that is changed and an account that is shut take effect at once.
/// </summary>
/// <param name="Method">The name of a <see cref="SignInMethod"/>.</param>
/// <param name="NeedsSecondStep">A role of this account asks for a second step at signing in, and it has none, nor did the provider ask one.</param>
/// <param name="SecondStepDue">From then on an account that needs a second step may do nothing but set it up.</param>
public sealed record StaffSession(
    Guid Id, Guid UserId, string Method, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool NeedsSecondStep, DateTimeOffset? SecondStepDue)
{
    public const string Claim = "sessie";

    /// <summary>On the identity, for one request, of somebody who may do nothing before a second step is set up.</summary>
    private const string OverdueClaim = "tweede-stap-nodig";

    /// <summary>The session of this request; null when nobody is signed in.</summary>
    public static StaffSession? Of(HttpContext http) => http.Features.Get<StaffSession>();

    public static bool IsOverdue(ClaimsPrincipal user) => user.HasClaim(static claim => string.Equals(claim.Type, OverdueClaim, StringComparison.Ordinal));

    /// <summary>Asks at every request whether the session still stands.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (await FindAsync(services.GetRequiredService<SessionStore>(), context) is not { } session)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.HttpContext.Features.Set(session);
        if (session.NeedsSecondStep && session.SecondStepDue <= services.GetRequiredService<TimeProvider>().GetUtcNow())
            context.Principal!.AddIdentity(new ClaimsIdentity([new Claim(OverdueClaim, "")]));
    }

    private static async Task<StaffSession?> FindAsync(SessionStore sessions, CookieValidatePrincipalContext context) =>
        Guid.TryParse(context.Principal?.FindFirstValue(Claim), out var id)
        && Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
            ? await sessions.FindAsync(id, userId, context.HttpContext.RequestAborted)
            : null;
}
