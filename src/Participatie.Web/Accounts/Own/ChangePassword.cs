using Microsoft.AspNetCore.Identity;
using Participatie.Web.Accounts.Passwords;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Accounts.SigningIn;

namespace Participatie.Web.Accounts.Own;

public enum PasswordOutcome
{
    Changed,
    CurrentIsWrong,
    TooShort,
    Guessable,
}

/// <summary>Somebody chooses another password; every other browser is signed out.</summary>
public sealed class ChangePassword(UserManager<StaffUser> users, AttemptLimit limit, KnownBrowser known, StartSession session, ILogger<ChangePassword> log)
{
    public async Task<PasswordOutcome> RunAsync(HttpContext http, StaffUser user, string current, string next, CancellationToken ct)
    {
        var door = known.DoorTo(http, user.Id);
        if (!await limit.TryAsync(user.Id, door, ct))
            return PasswordOutcome.CurrentIsWrong;

        if (await users.ChangePasswordAsync(user, current, next) is { Succeeded: false } refused)
        {
            return PasswordFaults.Of(refused.Errors) switch
            {
                PasswordFault.TooShort => PasswordOutcome.TooShort,
                PasswordFault.Guessable => PasswordOutcome.Guessable,
                _ => PasswordOutcome.CurrentIsWrong,
            };
        }

        AccountsLog.Changed(log, user.Id, "new password");
        await limit.ForgetAllAsync(user.Id, ct);
        await session.RunAsync(http, user, SignInMethod.Password, ct);
        return PasswordOutcome.Changed;
    }
}
