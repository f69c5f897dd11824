using System.Data.Common;
using Microsoft.Extensions.Options;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.SigningIn;

/// <summary>
/// How often somebody may try to sign in to an account by one door. Each attempt is counted before it is looked at, by
/// the database, so many at the same moment are not more than a few one after another.
/// </summary>
public sealed class AttemptLimit(DbDataSource db, IOptions<AccountsOptions> options, TimeProvider clock, ILogger<AttemptLimit> log)
{
    /// <summary>The door of codes: who stands there gave the right password.</summary>
    public const string Codes = "code";

    /// <summary>May this attempt be made? Counts it. Who does not wait when told to does not have to wait longer.</summary>
    public async Task<bool> TryAsync(Guid userId, string door, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var most = options.Value.FailuresBeforeLockout;
        var attempts = await db.FindAsync<int?>(CountSql, new { userId, door, now, most, longAgo = now - options.Value.Lockout }, ct);
        if (attempts == most)
            AccountsLog.TooManyAttempts(log, userId);
        return attempts is not null;
    }

    private const string CountSql =
        """
        insert into sign_in_attempts (user_id, door, attempts, last_at)
        values (@userId, @door, 1, @now)
        on conflict (user_id, door) do update
        set    attempts = case when sign_in_attempts.last_at <= @longAgo then 1 else sign_in_attempts.attempts + 1 end, last_at = @now
        where  sign_in_attempts.attempts < @most or sign_in_attempts.last_at <= @longAgo
        returning attempts
        """;

    /// <summary>It went well: what went wrong before is forgotten.</summary>
    public Task ForgetAsync(Guid userId, string door, CancellationToken ct) =>
        db.ExecutePrivatelyAsync("delete from sign_in_attempts where user_id = @userId and door = @door", new { userId, door }, ct);

    /// <summary>There is a new password: every door is open again.</summary>
    public Task ForgetAllAsync(Guid userId, CancellationToken ct) =>
        db.ExecutePrivatelyAsync("delete from sign_in_attempts where user_id = @userId", new { userId }, ct);
}
