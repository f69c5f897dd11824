using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.SigningIn;

/// <summary>What is asked after the password: a code from an app, or one of the codes on paper for who lost the app.</summary>
public sealed class SecondStep(
    DbDataSource db, UserManager<StaffUser> users, AttemptLimit limit, StartSession session, TimeProvider clock, ILogger<SecondStep> log)
{
    /// <summary>Longer than an app's code stays right.</summary>
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    public async Task<bool> IsSetUpAsync(StaffUser user) => user.TwoFactorEnabled || (await users.GetPasskeysAsync(user)).Count > 0;

    /// <summary>Remembers, in a cookie for a few minutes, who gave the right password.</summary>
    public static Task AskAsync(HttpContext http, StaffUser user) => http.SignInAsync(
        IdentityConstants.TwoFactorUserIdScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, user.Id.ToString()), new(StampClaim, user.SecurityStamp)], IdentityConstants.TwoFactorUserIdScheme)));

    private const string StampClaim = "stempel";

    /// <summary>Who gave the right password in this browser a moment ago; null for nobody.</summary>
    public async Task<StaffUser?> AskedAsync(HttpContext http)
    {
        var asked = (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        return asked?.FindFirstValue(ClaimTypes.Name) is { } id
            && await users.FindByIdAsync(id) is { } user
            && string.Equals(asked.FindFirstValue(StampClaim), user.SecurityStamp, StringComparison.Ordinal)
            && !await users.IsLockedOutAsync(user)
                ? user
                : null;
    }

    /// <summary>Signs in whom the code belongs to. A code works once, also when two use it at the same moment.</summary>
    public async Task<bool> AnswerAsync(HttpContext http, StaffUser user, string code, CancellationToken ct)
    {
        if (!await limit.TryAsync(user.Id, AttemptLimit.Codes, ct))
            return false;

        if (!await IsRightAsync(user, code, ct))
        {
            AccountsLog.WrongCode(log, user.Id);
            return false;
        }

        await limit.ForgetAsync(user.Id, AttemptLimit.Codes, ct);
        await session.RunAsync(http, user, SignInMethod.Code, ct);
        return true;
    }

    /// <summary>Is this what the app shows now, and is it used for the first time? Also asked when the app is set up.</summary>
    public async Task<bool> IsAppCodeAsync(StaffUser user, string code, CancellationToken ct)
    {
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, digits))
            return false;

        var now = clock.GetUtcNow();
        return await db.ExecutePrivatelyAsync(UseCodeSql, new { user.Id, code = digits, now, longAgo = now - CodeLifetime }, ct) == 1;
    }

    private const string UseCodeSql =
        """
        update users set last_code = @code, last_code_at = @now
        where  id = @Id and (last_code is null or last_code <> @code or last_code_at < @longAgo)
        """;

    private async Task<bool> IsRightAsync(StaffUser user, string code, CancellationToken ct) =>
        code.Any(sign => sign is '-' || char.IsAsciiLetter(sign))
            ? (await users.RedeemTwoFactorRecoveryCodeAsync(user, code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())).Succeeded
            : user.TwoFactorEnabled && await IsAppCodeAsync(user, code, ct);
}
