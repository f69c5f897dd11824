using Microsoft.AspNetCore.Identity;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Stores;

// Failures are counted by the database at once, not with the next update: guesses made at the same moment would
// otherwise overwrite each other's count.
public sealed partial class StaffUserStore : IUserLockoutStore<StaffUser>
{
    public async Task<int> IncrementAccessFailedCountAsync(StaffUser user, CancellationToken cancellationToken) =>
        user.AccessFailedCount = await db.FindAsync<int>(CountFailureSql, user, cancellationToken);

    private const string CountFailureSql =
        "update users set access_failed_count = access_failed_count + 1 where id = @Id returning access_failed_count";

    public async Task ResetAccessFailedCountAsync(StaffUser user, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(ForgetFailuresSql, user, cancellationToken);
        user.AccessFailedCount = 0;
    }

    private const string ForgetFailuresSql = "update users set access_failed_count = 0 where id = @Id";

    public Task<int> GetAccessFailedCountAsync(StaffUser user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(StaffUser user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(StaffUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockoutEnd = lockoutEnd;
        return Task.CompletedTask;
    }

    public Task<bool> GetLockoutEnabledAsync(StaffUser user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnabled);

    public Task SetLockoutEnabledAsync(StaffUser user, bool enabled, CancellationToken cancellationToken)
    {
        user.LockoutEnabled = enabled;
        return Task.CompletedTask;
    }
}
