using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Own;

/// <summary>What is kept about a member of staff, as far as it can be read: passwords and keys cannot.</summary>
public sealed record StaffData(
    string Name, string Email, bool HasPassword, bool HasApp, IReadOnlyList<string> Tasks, IReadOnlyList<string> Passkeys, IReadOnlyList<string> Providers, IReadOnlyList<SessionData> Sessions);

public sealed record SessionData(string Browser, DateTimeOffset StartedAt, DateTimeOffset SeenAt);

/// <summary>Gathers it, for that person (AVG, articles 15 and 20). What they did at tables stands in the logs and minutes, under their name.</summary>
public sealed class OwnData(DbDataSource db)
{
    public async Task<StaffData> OfAsync(StaffUser user, CancellationToken ct) => new(
        user.Name,
        user.Email,
        user.PasswordHash is not null,
        user.TwoFactorEnabled,
        await db.QueryAsync<string>(TasksSql, user, ct),
        await db.QueryAsync<string>("select name from passkeys where user_id = @Id order by name", user, ct),
        await db.QueryAsync<string>("select provider from user_logins where user_id = @Id order by provider", user, ct),
        await db.QueryAsync<SessionData>("select browser, started_at, seen_at from sessions where user_id = @Id order by started_at", user, ct));

    private const string TasksSql =
        """
        select role from user_roles where user_id = @Id
        union all
        select r.role || ': ' || t.name from table_roles r join tables t on t.id = r.table_id where r.user_id = @Id
        """;
}
