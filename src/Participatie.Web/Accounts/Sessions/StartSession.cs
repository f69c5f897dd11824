using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Participatie.Web.Accounts.SigningIn;

namespace Participatie.Web.Accounts.Sessions;

/// <summary>Signs somebody in who showed who they are. The session that this browser had ends.</summary>
public sealed class StartSession(SessionStore sessions, KnownBrowser known, ILogger<StartSession> log)
{
    public async Task RunAsync(HttpContext http, StaffUser user, SignInMethod method, CancellationToken ct)
    {
        if (StaffSession.Of(http) is { } former)
            await sessions.EndAsync(former.Id, former.UserId, ct);

        var id = Guid.NewGuid();
        if (!await sessions.AddAsync(id, user, method, BrowserName.Of(http.Request.Headers.UserAgent.ToString()), ct))
            return;

        known.Remember(http, user.Id);
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.Id.ToString()),
                new(ClaimTypes.Name, user.Name),
                new(StaffSession.Claim, id.ToString()),
            ],
            IdentityConstants.ApplicationScheme);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity));
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        AccountsLog.SignedIn(log, user.Id, method);
    }
}
