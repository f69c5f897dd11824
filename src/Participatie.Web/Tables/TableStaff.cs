using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Tables;

public sealed record StaffRow(Guid Id, string Name, string Email);

public sealed record TableRoleRow(Guid TableId, Guid UserId, string UserName, string Role);

/// <summary>Which member of staff does what at which table.</summary>
public sealed class TableStaff(DbDataSource db)
{
    /// <summary>Everybody who can be given a role.</summary>
    public Task<IReadOnlyList<StaffRow>> StaffAsync(CancellationToken ct) =>
        db.QueryAsync<StaffRow>("select id, name, email from users order by name, email", null, ct);

    public Task<IReadOnlyList<TableRoleRow>> RolesAsync(CancellationToken ct) => db.QueryAsync<TableRoleRow>(RolesSql, null, ct);

    private const string RolesSql =
        """
        select   r.table_id, r.user_id, u.name as user_name, r.role
        from     table_roles r
        join     users u on u.id = r.user_id
        order by u.name, r.role
        """;

    /// <summary>Giving a role twice is giving it once. False when the table or the member of staff is not there (any more).</summary>
    public async Task<bool> GiveAsync(Guid tableId, Guid userId, TableRole role, CancellationToken ct) =>
        await db.ExecuteAsync(GiveSql, new { tableId, userId, role = role.Stored() }, ct) == 1;

    /// <summary>The empty update makes a repeated gift count as a changed row.</summary>
    private const string GiveSql =
        """
        insert into table_roles (table_id, user_id, role)
        select t.id, u.id, @role
        from   tables t
        cross join users u
        where  t.id = @tableId and u.id = @userId
        on conflict (table_id, user_id, role) do update set role = excluded.role
        """;

    public Task TakeAsync(Guid tableId, Guid userId, TableRole role, CancellationToken ct) =>
        db.ExecuteAsync(TakeSql, new { tableId, userId, role = role.Stored() }, ct);

    private const string TakeSql = "delete from table_roles where table_id = @tableId and user_id = @userId and role = @role";
}
