using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Accounts;

/// <summary>A member of staff chooses a password by a one-time link, is no longer locked out and is signed in.</summary>
public sealed class ChoosePassword(WelcomeLink links, SignInManager<StaffUser> signIn, UserManager<StaffUser> users)
{
    public async Task<PasswordOutcome> RunAsync(string link, string password)
    {
        if (await links.FindAsync(link) is not { } user)
            return PasswordOutcome.LinkIsDead;

        await users.ResetAccessFailedCountAsync(user);
        user.LockoutEnd = null;
        var result = await links.UseAsync(user, link, password);
        if (!result.Succeeded)
            return result.Errors.Any(IsLength) ? PasswordOutcome.PasswordTooShort : PasswordOutcome.LinkIsDead;

        await signIn.SignInAsync(user, isPersistent: false);
        return PasswordOutcome.Chosen;
    }

    private static bool IsLength(IdentityError error) =>
        string.Equals(error.Code, nameof(IdentityErrorDescriber.PasswordTooShort), StringComparison.Ordinal);
}

public enum PasswordOutcome
{
    Chosen,
    PasswordTooShort,
    LinkIsDead,
}
