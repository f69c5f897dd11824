using Microsoft.AspNetCore.Identity;
using Participatie.Web.Accounts.Passwords;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Accounts.SigningIn;

namespace Participatie.Web.Accounts.Invitations;

public enum LinkOutcome
{
    SignedIn,

    /// <summary>The password is kept. Who has a second step signs in with both: a link on paper is not enough.</summary>
    SignInNow,

    PasswordTooShort,
    PasswordIsGuessable,
    LinkIsDead,
}

/// <summary>A member of staff chooses a password by a one-time link; every door to the account is open again.</summary>
public sealed class ChoosePassword(WelcomeLink links, SecondStep secondStep, AttemptLimit limit, StartSession session)
{
    public async Task<LinkOutcome> RunAsync(HttpContext http, string link, string password, CancellationToken ct)
    {
        if (await links.FindAsync(link) is not { } user)
            return LinkOutcome.LinkIsDead;

        if (await links.UseAsync(user, link, password) is { Succeeded: false } refused)
            return OutcomeOf(refused);

        await limit.ForgetAllAsync(user.Id, ct);
        if (await secondStep.IsSetUpAsync(user))
            return LinkOutcome.SignInNow;

        await session.RunAsync(http, user, SignInMethod.Link, ct);
        return LinkOutcome.SignedIn;
    }

    private static LinkOutcome OutcomeOf(IdentityResult refused) => PasswordFaults.Of(refused.Errors) switch
    {
        PasswordFault.TooShort => LinkOutcome.PasswordTooShort,
        PasswordFault.Guessable => LinkOutcome.PasswordIsGuessable,
        _ => LinkOutcome.LinkIsDead,
    };
}
