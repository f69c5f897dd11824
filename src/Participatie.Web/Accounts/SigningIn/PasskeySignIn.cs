using Microsoft.AspNetCore.Identity;
using Participatie.Web.Accounts.Sessions;

namespace Participatie.Web.Accounts.SigningIn;

/// <summary>Signs in who holds a passkey. The device itself asked for a finger, a face or a code: no second step is needed.</summary>
public sealed class PasskeySignIn(SignInManager<StaffUser> signIn, UserManager<StaffUser> users, StartSession session)
{
    /// <summary>What the browser is asked, as JSON; the browser shows which passkeys it has.</summary>
    public Task<string> AskAsync() => signIn.MakePasskeyRequestOptionsAsync(user: null);

    public async Task<bool> AnswerAsync(HttpContext http, string credential, CancellationToken ct)
    {
        if (await PerformAsync(credential) is not { Succeeded: true } answer
            || await users.IsLockedOutAsync(answer.User)
            || !(await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey)).Succeeded)
            return false;

        await session.RunAsync(http, answer.User, SignInMethod.Passkey, ct);
        return true;
    }

    private async Task<PasskeyAssertionResult<StaffUser>?> PerformAsync(string credential)
    {
        try
        {
            return credential.Length > 0 ? await signIn.PerformPasskeyAssertionAsync(credential) : null;
        }
        catch (InvalidOperationException)
        {
            return null; // nobody asked, or it is too long ago
        }
    }
}
