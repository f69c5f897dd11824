using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Participatie.Web.Accounts;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Data;

namespace Participatie.Web.Tables;

/// <summary>
/// Who may do what at which table. It asks the database every time, so a role taken away is gone at once. Who should have
/// set up a second step at signing in and has not, may do nothing.
/// </summary>
public sealed class TableAccess(DbDataSource db)
{
    public const string Administrator = "administrator";

    /// <summary>Has this member of staff one of these roles at the table?</summary>
    public async Task<bool> MayAsync(ClaimsPrincipal user, Guid tableId, TableRole[] roles, CancellationToken ct)
    {
        if (StaffSession.IsOverdue(user) || StaffId(user) is not { } userId)
            return false;

        var held = await db.QueryAsync<string>(HeldSql, new { userId, tableId }, ct);
        return held.Contains(Administrator, StringComparer.Ordinal) || roles.Any(role => held.Contains(role.Stored(), StringComparer.Ordinal));
    }

    /// <summary>The roles are compared here, because no SQL text takes a list of values on both databases.</summary>
    private const string HeldSql =
        """
        select role from table_roles where user_id = @userId and table_id = @tableId
        union
        select role from user_roles where user_id = @userId
        """;

    public async Task<bool> IsAdministratorAsync(ClaimsPrincipal user, CancellationToken ct) =>
        !StaffSession.IsOverdue(user) && StaffId(user) is { } userId && await db.FindAsync<long>(IsAdministratorSql, new { userId }, ct) > 0;

    private const string IsAdministratorSql = "select count(*) from user_roles where user_id = @userId and role = 'administrator'";

    /// <summary>The answer to somebody who may not: first sign in, first set up a second step, or no.</summary>
    public static IActionResult Refusal(ClaimsPrincipal user) =>
        StaffSession.IsOverdue(user) ? new RedirectResult(AccountsSetup.SecondStepPath)
        : user.Identity is { IsAuthenticated: true } ? new ForbidResult()
        : new ChallengeResult();

    public static Guid? StaffId(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The name under which this member of staff appears in the log and the minutes.</summary>
    public static string StaffName(ClaimsPrincipal user) => user.Identity?.Name ?? "";
}
