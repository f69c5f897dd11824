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
    public Task<bool> GiveAsync(Guid tableId, Guid userId, TableRole role, CancellationToken ct) => db.TransactAsync(
        async tx =>
            await tx.AppointAsync(tableId, userId, role, ct)
            || await tx.FindAsync<long>(HasSql, new { tableId, userId, role = role.Stored() }, ct) > 0,
        ct);

    private const string HasSql = "select count(*) from table_roles where table_id = @tableId and user_id = @userId and role = @role";

    public Task TakeAsync(Guid tableId, Guid userId, TableRole role, CancellationToken ct) =>
        db.ExecuteAsync(TakeSql, new { tableId, userId, role = role.Stored() }, ct);

    private const string TakeSql = "delete from table_roles where table_id = @tableId and user_id = @userId and role = @role";
}
