using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.Invitations;

/// <summary>
/// The one-time link by which a member of staff chooses a password: the account's id and Identity's password token,
/// which expires and dies with the security stamp.
/// </summary>
public sealed class WelcomeLink(UserManager<StaffUser> users, PublicAddress address)
{
    private const int IdLength = 16;

    public async Task<string> CreateAsync(StaffUser user)
    {
        var token = Convert.FromBase64String(await users.GeneratePasswordResetTokenAsync(user));
        return address.Of($"/welkom/{Base64Url.EncodeToString([.. user.Id.ToByteArray(), .. token])}");
    }

    /// <summary>The account a link is for, or null when it is unreadable, expired or used.</summary>
    public async Task<StaffUser?> FindAsync(string link)
    {
        if (!TryRead(link, out var id, out var token) || await users.FindByIdAsync(id) is not { } user)
            return null;

        var provider = users.Options.Tokens.PasswordResetTokenProvider;
        return await users.VerifyUserTokenAsync(user, provider, UserManager<StaffUser>.ResetPasswordTokenPurpose, token) ? user : null;
    }

    /// <summary>Uses the link up. Of two who use it at the same moment, one is refused by the database.</summary>
    public async Task<IdentityResult> UseAsync(StaffUser user, string link, string password) =>
        TryRead(link, out _, out var token)
            ? await users.ResetPasswordAsync(user, token, password)
            : IdentityResult.Failed(users.ErrorDescriber.InvalidToken());

    private static bool TryRead(string link, out string id, out string token)
    {
        (id, token) = ("", "");
        if (!Base64Url.IsValid(link) || Base64Url.DecodeFromChars(link) is not { Length: > IdLength } bytes)
            return false;

        id = new Guid(bytes.AsSpan(0, IdLength)).ToString();
        token = Convert.ToBase64String(bytes.AsSpan(IdLength));
        return true;
    }
}
