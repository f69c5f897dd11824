using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Stores;

// Identity passes role names in its upper-case form; the database keeps them in lower case.
public sealed partial class StaffUserStore : IUserRoleStore<StaffUser>
{
    public Task AddToRoleAsync(StaffUser user, string roleName, CancellationToken cancellationToken) =>
        db.TransactAsync(tx => GiveRoleAsync(tx, user.Id, roleName.ToLowerInvariant(), cancellationToken), cancellationToken);

    /// <summary>False when the account had the role already.</summary>
    public static async Task<bool> GiveRoleAsync(DbTransaction tx, Guid userId, string role, CancellationToken ct) =>
        await tx.ExecuteAsync(GiveRoleSql, new { userId, role }, ct) == 1;

    private const string GiveRoleSql = "insert into user_roles (user_id, role) values (@userId, @role) on conflict do nothing";

    public Task RemoveFromRoleAsync(StaffUser user, string roleName, CancellationToken cancellationToken) =>
        db.ExecuteAsync(TakeRoleSql, new { user.Id, role = roleName.ToLowerInvariant() }, cancellationToken);

    private const string TakeRoleSql = "delete from user_roles where user_id = @Id and role = @role";

    public async Task<IList<string>> GetRolesAsync(StaffUser user, CancellationToken cancellationToken) =>
        [.. await db.QueryAsync<string>(RolesSql, user, cancellationToken)];

    private const string RolesSql = "select role from user_roles where user_id = @Id order by role";

    public async Task<bool> IsInRoleAsync(StaffUser user, string roleName, CancellationToken cancellationToken) =>
        (await GetRolesAsync(user, cancellationToken)).Contains(roleName, StringComparer.OrdinalIgnoreCase);

    public async Task<IList<StaffUser>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken) =>
        [.. await db.QueryAsync<StaffUser>(UsersInRoleSql, new { role = roleName.ToLowerInvariant() }, cancellationToken)];

    private const string UsersInRoleSql = $"select {Columns} from users where id in (select user_id from user_roles where role = @role) order by name";
}
