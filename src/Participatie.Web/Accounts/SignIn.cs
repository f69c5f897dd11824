using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Accounts;

/// <summary>Signs a member of staff in. Every refusal costs the same time, so that the clock does not tell which addresses exist.</summary>
public sealed class SignIn(SignInManager<StaffUser> signIn, UserManager<StaffUser> users, IPasswordHasher<StaffUser> hasher)
{
    public async Task<bool> RunAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            hasher.HashPassword(user ?? new StaffUser(), password);
            return false;
        }

        return (await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
    }
}
