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

    /// <summary>False when the member of staff had the role already.</summary>
    public static async Task<bool> AppointAsync(this DbTransaction tx, Guid tableId, Guid userId, TableRole role, CancellationToken ct) =>
        await tx.ExecuteAsync(AppointSql, new { tableId, userId, role = role.Stored() }, ct) == 1;

    private const string AppointSql =
        "insert into table_roles (table_id, user_id, role) values (@tableId, @userId, @role) on conflict do nothing";
}
