using Microsoft.AspNetCore.Identity;
using Participatie.Web.Accounts.Sessions;

namespace Participatie.Web.Accounts.SigningIn;

public enum SignInOutcome
{
    SignedIn,

    /// <summary>The password is right; now a code or a passkey is asked.</summary>
    NeedsSecondStep,

    Refused,
}

/// <summary>Signs a member of staff in. Every refusal costs the same time, so that the clock does not tell which addresses exist.</summary>
public sealed class SignIn(
    UserManager<StaffUser> users, IPasswordHasher<StaffUser> hasher, AttemptLimit limit, KnownBrowser known, SecondStep secondStep, StartSession session, ILogger<SignIn> log)
{
    public async Task<SignInOutcome> RunAsync(HttpContext http, string email, string password, CancellationToken ct)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user) || !await limit.TryAsync(user.Id, known.DoorTo(http, user.Id), ct))
        {
            hasher.HashPassword(user ?? new StaffUser(), password);
            return SignInOutcome.Refused;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            AccountsLog.WrongPassword(log, user.Id);
            return SignInOutcome.Refused;
        }

        await limit.ForgetAsync(user.Id, known.DoorTo(http, user.Id), ct);
        if (await secondStep.IsSetUpAsync(user))
        {
            await SecondStep.AskAsync(http, user);
            return SignInOutcome.NeedsSecondStep;
        }

        await session.RunAsync(http, user, SignInMethod.Password, ct);
        return SignInOutcome.SignedIn;
    }
}
