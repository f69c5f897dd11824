using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Staff;

/// <summary>An account as an administrator sees it.</summary>
/// <param name="HasPassword">False while the person has not used the one-time link.</param>
/// <param name="LastSeen">In a session that still stands; null when there is none.</param>
public sealed record StaffListRow(
    Guid Id, string Name, string Email, bool HasPassword, bool HasSecondStep, bool IsAdministrator, bool IsShut, DateTimeOffset? LastSeen);

/// <summary>What somebody does, and for which table.</summary>
public sealed record StaffTask(Guid UserId, string Role, string TableName);

/// <summary>All accounts of staff.</summary>
public sealed class StaffList(DbDataSource db, TimeProvider clock)
{
    public Task<IReadOnlyList<StaffListRow>> AllAsync(CancellationToken ct) => db.QueryAsync<StaffListRow>(AllSql, new { now = clock.GetUtcNow() }, ct);

    private const string AllSql =
        """
        select   u.id, u.name, u.email,
                 u.password_hash is not null as has_password,
                 u.two_factor_enabled or exists (select 1 from passkeys where user_id = u.id) as has_second_step,
                 exists (select 1 from user_roles where user_id = u.id) as is_administrator,
                 coalesce(u.lockout_end > @now, false) as is_shut,
                 (select max(seen_at) from sessions where user_id = u.id) as last_seen
        from     users u
        order by u.name, u.email
        """;

    public async Task<ILookup<Guid, StaffTask>> TasksAsync(CancellationToken ct) =>
        (await db.QueryAsync<StaffTask>(TasksSql, null, ct)).ToLookup(task => task.UserId);

    private const string TasksSql =
        """
        select   r.user_id, r.role, t.name as table_name
        from     table_roles r
        join     tables t on t.id = r.table_id
        order by t.name, r.role
        """;
}
