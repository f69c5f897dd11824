using Microsoft.AspNetCore.Identity;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Stores;

// Recovery codes are kept as passwords are. Which of two uses of one code comes first is decided by what deletes it.
public sealed partial class StaffUserStore
    : IUserTwoFactorStore<StaffUser>, IUserAuthenticatorKeyStore<StaffUser>, IUserTwoFactorRecoveryCodeStore<StaffUser>
{
    public Task<bool> GetTwoFactorEnabledAsync(StaffUser user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetTwoFactorEnabledAsync(StaffUser user, bool enabled, CancellationToken cancellationToken)
    {
        user.TwoFactorEnabled = enabled;
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(StaffUser user, CancellationToken cancellationToken) => Task.FromResult(user.AuthenticatorKey);

    public Task SetAuthenticatorKeyAsync(StaffUser user, string key, CancellationToken cancellationToken)
    {
        user.AuthenticatorKey = key;
        return Task.CompletedTask;
    }

    public Task ReplaceCodesAsync(StaffUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        var rows = recoveryCodes.Select(code => new { user.Id, hash = hasher.HashPassword(user, code) }).ToList();
        return db.TransactAsync(
            async tx =>
            {
                await tx.ExecuteAsync(ForgetCodesSql, user, cancellationToken);
                return await tx.ExecuteEachAsync("insert into recovery_codes (user_id, hash) values (@Id, @hash)", rows, cancellationToken);
            },
            cancellationToken);
    }

    private const string ForgetCodesSql = "delete from recovery_codes where user_id = @Id";

    public async Task<bool> RedeemCodeAsync(StaffUser user, string code, CancellationToken cancellationToken)
    {
        var hashes = await db.QueryAsync<string>("select hash from recovery_codes where user_id = @Id", user, cancellationToken);
        var hash = hashes.FirstOrDefault(hash => hasher.VerifyHashedPassword(user, hash, code) != PasswordVerificationResult.Failed);
        return hash is not null && await db.ExecutePrivatelyAsync(UseCodeSql, new { user.Id, hash }, cancellationToken) == 1;
    }

    private const string UseCodeSql = "delete from recovery_codes where user_id = @Id and hash = @hash";

    public Task<int> CountCodesAsync(StaffUser user, CancellationToken cancellationToken) =>
        db.FindAsync<int>("select count(*) from recovery_codes where user_id = @Id", user, cancellationToken);
}
