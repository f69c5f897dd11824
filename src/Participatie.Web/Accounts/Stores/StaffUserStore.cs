using System.Data.Common;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Stores;

/// <summary>
/// Staff accounts in the database. Whether an address is taken and whether another change came first is decided
/// by the statement that writes, never by a read before it.
/// </summary>
public sealed partial class StaffUserStore(DbDataSource db, IdentityErrorDescriber errors, IPasswordHasher<StaffUser> hasher) : IUserStore<StaffUser>
{
    public async Task<IdentityResult> CreateAsync(StaffUser user, CancellationToken cancellationToken) =>
        await db.TransactAsync(tx => InsertAsync(tx, user, cancellationToken), cancellationToken)
            ? IdentityResult.Success
            : IdentityResult.Failed(errors.DuplicateEmail(user.Email));

    /// <summary>False when the address is taken.</summary>
    public static async Task<bool> InsertAsync(DbTransaction tx, StaffUser user, CancellationToken ct) =>
        await tx.ExecuteAsync(InsertSql, user, ct) == 1;

    private const string InsertSql =
        """
        insert into users (id, name, email, normalized_email, password_hash, security_stamp, concurrency_stamp,
                           lockout_end, lockout_enabled, access_failed_count, two_factor_enabled, authenticator_key)
        values (@Id, @Name, @Email, @NormalizedEmail, @PasswordHash, @SecurityStamp, @ConcurrencyStamp,
                @LockoutEnd, @LockoutEnabled, @AccessFailedCount, @TwoFactorEnabled, @AuthenticatorKey)
        on conflict (normalized_email) do nothing
        """;

    public async Task<IdentityResult> UpdateAsync(StaffUser user, CancellationToken cancellationToken)
    {
        var next = StaffUser.NewStamp();
        var args = new DynamicParameters(user);
        args.Add("Next", next);
        try
        {
            if (await db.ExecuteAsync(UpdateSql, args, cancellationToken) == 0)
                return IdentityResult.Failed(errors.ConcurrencyFailure());
        }
        catch (DbException fault) when (fault.IsDuplicate())
        {
            return IdentityResult.Failed(errors.DuplicateEmail(user.Email));
        }

        user.ConcurrencyStamp = next;
        return IdentityResult.Success;
    }

    private const string UpdateSql =
        """
        update users
        set    name = @Name, email = @Email, normalized_email = @NormalizedEmail, password_hash = @PasswordHash,
               security_stamp = @SecurityStamp, concurrency_stamp = @Next,
               lockout_end = @LockoutEnd, lockout_enabled = @LockoutEnabled,
               two_factor_enabled = @TwoFactorEnabled, authenticator_key = @AuthenticatorKey
        where  id = @Id and concurrency_stamp = @ConcurrencyStamp
        """;

    public async Task<IdentityResult> DeleteAsync(StaffUser user, CancellationToken cancellationToken) =>
        await db.ExecuteAsync(DeleteSql, user, cancellationToken) == 1
            ? IdentityResult.Success
            : IdentityResult.Failed(errors.ConcurrencyFailure());

    private const string DeleteSql = "delete from users where id = @Id and concurrency_stamp = @ConcurrencyStamp";

    public async Task<StaffUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.FindAsync<StaffUser>(FindByIdSql, new { id }, cancellationToken) : null;

    private const string FindByIdSql = $"select {Columns} from users where id = @id";

    private const string Columns =
        """
        id, name, email, normalized_email, password_hash, security_stamp, concurrency_stamp,
        lockout_end, lockout_enabled, access_failed_count, two_factor_enabled, authenticator_key
        """;

    public Task<StaffUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(StaffUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(StaffUser user, CancellationToken cancellationToken) => GetEmailAsync(user, cancellationToken);

    public Task SetUserNameAsync(StaffUser user, string? userName, CancellationToken cancellationToken) =>
        SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(StaffUser user, CancellationToken cancellationToken) =>
        GetNormalizedEmailAsync(user, cancellationToken);

    public Task SetNormalizedUserNameAsync(StaffUser user, string? normalizedName, CancellationToken cancellationToken) =>
        SetNormalizedEmailAsync(user, normalizedName, cancellationToken);

    public void Dispose()
    {
    }
}
