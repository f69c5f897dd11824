using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Accounts;

/// <summary>What a session knows of a member of staff: no address, only who it is and how to call them.</summary>
public sealed class StaffClaims(UserManager<StaffUser> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
    {
        var roles = await UserManager.GetRolesAsync(user);
        return new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.Id.ToString()),
                new(ClaimTypes.Name, user.Name),
                new(Options.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp),
                .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
            ],
            IdentityConstants.ApplicationScheme);
    }
}
