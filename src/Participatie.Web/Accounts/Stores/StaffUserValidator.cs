using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Accounts.Stores;

/// <summary>Asks only what an address looks like; Identity's own validator would read whether it is taken.</summary>
public sealed class StaffUserValidator(IdentityErrorDescriber errors) : IUserValidator<StaffUser>
{
    private static readonly EmailAddressAttribute Address = new();

    public Task<IdentityResult> ValidateAsync(UserManager<StaffUser> manager, StaffUser user) => Task.FromResult(
        Address.IsValid(user.Email) && !user.Email.Any(char.IsWhiteSpace)
            ? IdentityResult.Success
            : IdentityResult.Failed(errors.InvalidEmail(user.Email)));
}
