using System.Data.Common;
using System.Security.Claims;
using Participatie.Web.Data;

namespace Participatie.Web.Tables;

/// <summary>Who may do what at which table. It asks the database every time, so a role taken away is gone at once.</summary>
public sealed class TableAccess(DbDataSource db)
{
    public const string Administrator = "administrator";

    /// <summary>Has this member of staff one of these roles at the table?</summary>
    public async Task<bool> MayAsync(ClaimsPrincipal user, Guid tableId, TableRole[] roles, CancellationToken ct)
    {
        if (StaffId(user) is not { } userId)
            return false;

        var names = roles.Select(role => role.Stored()).ToArray();
        return await db.FindAsync<long>(MaySql, new { userId, tableId, names }, ct) > 0;
    }

    private const string MaySql =
        """
        select (select count(*) from table_roles where user_id = @userId and table_id = @tableId and role in @names)
             + (select count(*) from user_roles where user_id = @userId and role = 'administrator')
        """;

    public static Guid? StaffId(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The name under which this member of staff appears in the log and the minutes.</summary>
    public static string StaffName(ClaimsPrincipal user) => user.Identity?.Name ?? "";
}
