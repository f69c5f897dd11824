using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Accounts.Sessions;

/// <summary>Signs out whoever is signed in on this browser; a copy of its cookie is then worth nothing either.</summary>
public sealed class EndSession(SessionStore sessions)
{
    public async Task RunAsync(HttpContext http, CancellationToken ct)
    {
        if (StaffSession.Of(http) is { } session)
            await sessions.EndAsync(session.Id, session.UserId, ct);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
