using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Tables;

/// <summary>Gives members of staff their role at a table, inside the transaction of whoever decides it.</summary>
public static class Appointments
{
    /// <summary>Null when no table has this slug.</summary>
    public static Task<Guid?> FindTableAsync(this DbTransaction tx, string slug, CancellationToken ct) =>
        tx.FindAsync<Guid?>(FindTableSql, new { slug }, ct);

    private const string FindTableSql = "select id from tables where slug = @slug";

    /// <summary>False when the member of staff had the role already, or either is not there (any more).</summary>
    public static async Task<bool> AppointAsync(this DbTransaction tx, Guid tableId, Guid userId, TableRole role, CancellationToken ct) =>
        await tx.ExecuteAsync(AppointSql, new { tableId, userId, role = role.Stored() }, ct) == 1;

    private const string AppointSql =
        """
        insert into table_roles (table_id, user_id, role)
        select t.id, u.id, @role
        from   tables t
        cross join users u
        where  t.id = @tableId and u.id = @userId
        on conflict do nothing
        """;
}
