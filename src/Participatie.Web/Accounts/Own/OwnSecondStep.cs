using Microsoft.AspNetCore.Identity;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Accounts.SigningIn;

namespace Participatie.Web.Accounts.Own;

/// <summary>
/// Somebody sets up, changes or takes away the second step of their own account. Each change signs every other browser out.
/// </summary>
public sealed class OwnSecondStep(
    UserManager<StaffUser> users, SignInManager<StaffUser> signIn, SecondStep secondStep, StartSession session, ILogger<OwnSecondStep> log)
{
    private const int Codes = 10;
    private const int KeyLength = 32;
    private const int LongestName = 60;

    /// <summary>A new key for an app, in base 32. It is worth nothing until <see cref="UseAppAsync"/> has seen a code made from it.</summary>
    public string NewKey() => users.GenerateNewAuthenticatorKey();

    /// <summary>From now on a code from the app is asked at signing in. False when the code is not made from this key.</summary>
    public async Task<bool> UseAppAsync(HttpContext http, StaffUser user, string key, string code, CancellationToken ct)
    {
        if (key.Length != KeyLength || !key.All(sign => sign is (>= 'A' and <= 'Z') or (>= '2' and <= '7')))
            return false;

        user.AuthenticatorKey = key;
        return await secondStep.IsAppCodeAsync(user, code, ct)
            && (await users.SetTwoFactorEnabledAsync(user, enabled: true)).Succeeded
            && await GoOnAsync(http, user, SignInMethod.Code, "app for codes set up", ct);
    }

    public async Task RemoveAppAsync(HttpContext http, StaffUser user, CancellationToken ct)
    {
        user.AuthenticatorKey = null;
        if ((await users.SetTwoFactorEnabledAsync(user, enabled: false)).Succeeded)
            await GoOnAsync(http, user, SignInMethod.Password, "app for codes taken away", ct);
    }

    /// <summary>New codes for paper; the former are worth nothing. They are shown once.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(StaffUser user)
    {
        AccountsLog.Changed(log, user.Id, "new recovery codes");
        return [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes) ?? []];
    }

    /// <summary>What the browser is asked to make a passkey, as JSON.</summary>
    public Task<string> AskPasskeyAsync(StaffUser user) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email, DisplayName = user.Name });

    /// <summary>Keeps a passkey that the browser made. False when it is not an answer to what was asked of this account.</summary>
    public async Task<bool> AddPasskeyAsync(HttpContext http, StaffUser user, string credential, string name, CancellationToken ct)
    {
        if (await PerformAsync(credential) is not { Succeeded: true } made || !string.Equals(made.UserEntity.Id, user.Id.ToString(), StringComparison.Ordinal))
            return false;

        made.Passkey.Name = name.Length > LongestName ? name[..LongestName] : name;
        return (await users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded
            && (await users.UpdateSecurityStampAsync(user)).Succeeded
            && await GoOnAsync(http, user, SignInMethod.Passkey, "passkey added", ct);
    }

    public async Task RemovePasskeyAsync(HttpContext http, StaffUser user, byte[] credentialId, CancellationToken ct)
    {
        if ((await users.RemovePasskeyAsync(user, credentialId)).Succeeded && (await users.UpdateSecurityStampAsync(user)).Succeeded)
            await GoOnAsync(http, user, SignInMethod.Password, "passkey taken away", ct);
    }

    private async Task<bool> GoOnAsync(HttpContext http, StaffUser user, SignInMethod method, string change, CancellationToken ct)
    {
        AccountsLog.Changed(log, user.Id, change);
        await session.RunAsync(http, user, method, ct);
        return true;
    }

    private async Task<PasskeyAttestationResult?> PerformAsync(string credential)
    {
        try
        {
            return credential.Length > 0 ? await signIn.PerformPasskeyAttestationAsync(credential) : null;
        }
        catch (InvalidOperationException)
        {
            return null; // nobody asked, or it is too long ago
        }
    }
}
