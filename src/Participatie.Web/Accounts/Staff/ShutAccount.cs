using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Staff;

/// <summary>
/// What an administrator does to the account of somebody else. Nobody does it to their own, so there is always an
/// administrator left.
/// </summary>
public sealed class ShutAccount(DbDataSource db, UserManager<StaffUser> users, ILogger<ShutAccount> log)
{
    /// <summary>Nobody signs in with this account any more, and whoever is signed in is not, at once.</summary>
    public Task ShutAsync(StaffUser user) => SetAsync(user, DateTimeOffset.MaxValue, "shut");

    public Task OpenAsync(StaffUser user) => SetAsync(user, end: null, "opened");

    private async Task SetAsync(StaffUser user, DateTimeOffset? end, string change)
    {
        await users.SetLockoutEndDateAsync(user, end);
        await users.UpdateSecurityStampAsync(user);
        AccountsLog.Changed(log, user.Id, change);
    }

    /// <summary>For who lost a telephone and the codes on paper: the password alone will do, until a new second step is set up.</summary>
    public async Task ForgetSecondStepAsync(StaffUser user, CancellationToken ct)
    {
        await db.TransactAsync(
            async tx =>
            {
                await tx.ExecuteAsync("delete from passkeys where user_id = @Id", user, ct);
                return await tx.ExecuteAsync("delete from recovery_codes where user_id = @Id", user, ct);
            },
            ct);
        user.AuthenticatorKey = null;
        await users.SetTwoFactorEnabledAsync(user, enabled: false);
        AccountsLog.Changed(log, user.Id, "second step taken away by an administrator");
    }

    /// <summary>The account and its tasks are gone; what this person did for a table stays in its log and its minutes.</summary>
    public async Task RemoveAsync(StaffUser user)
    {
        await users.DeleteAsync(user);
        AccountsLog.Changed(log, user.Id, "removed");
    }
}
