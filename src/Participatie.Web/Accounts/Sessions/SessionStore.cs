using System.Data.Common;
using Microsoft.Extensions.Options;
using Participatie.Web.Data;

namespace Participatie.Web.Accounts.Sessions;

/// <summary>A session as its owner sees it in a list.</summary>
public sealed record SessionRow(Guid Id, string Browser, DateTimeOffset StartedAt, DateTimeOffset SeenAt);

/// <summary>The sessions of staff. None of this is public: nothing here makes a new edition of what is.</summary>
public sealed class SessionStore(DbDataSource db, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>When somebody was last seen is kept to the minute, not to the request.</summary>
    private static readonly TimeSpan Coarse = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Begins a session, and with it the time in which an account that needs a second step sets it up. False when the
    /// account has a new password meanwhile.
    /// </summary>
    public async Task<bool> AddAsync(Guid id, StaffUser user, SignInMethod method, string browser, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.ExecutePrivatelyAsync(GraceSql, new { user.Id, due = now + options.Value.SecondStepGrace }, ct);
        return await db.ExecutePrivatelyAsync(AddSql, new { id, userId = user.Id, stamp = user.SecurityStamp, method = method.Stored(), browser, now }, ct) == 1;
    }

    private const string GraceSql =
        $"""
        update users set second_step_due = @due
        where  id = @Id and second_step_due is null and {NeedsSecondStep}
        """;

    private const string AddSql =
        """
        insert into sessions (id, user_id, security_stamp, method, browser, started_at, seen_at)
        select @id, id, security_stamp, @method, @browser, @now, @now
        from   users
        where  id = @userId and security_stamp = @stamp
        """;

    /// <summary>The session if it still stands: not ended, not too old, of an account that is not shut and has the same password.</summary>
    public async Task<StaffSession?> FindAsync(Guid id, Guid userId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var session = await db.FindAsync<StaffSession>(FindSql, new { id, userId, now, seenAfter = now - options.Value.Session, startedAfter = now - options.Value.LongestSession }, ct);
        if (session is not null && session.SeenAt < now - Coarse)
            await db.ExecutePrivatelyAsync("update sessions set seen_at = @now where id = @id", new { id, now }, ct);
        return session;
    }

    private const string FindSql =
        $"""
        select s.id, s.user_id, s.method, s.started_at, s.seen_at,
               {NeedsSecondStep} and not {HasSecondStep} and s.method <> 'provider' as needs_second_step,
               users.second_step_due
        from   sessions s
        join   users on users.id = s.user_id and users.security_stamp = s.security_stamp
        where  s.id = @id and s.user_id = @userId and s.seen_at > @seenAfter and s.started_at > @startedAfter
               and (users.lockout_end is null or users.lockout_end <= @now)
        """;

    private const string NeedsSecondStep =
        """
        (exists (select 1 from user_roles where user_id = users.id)
         or exists (select 1 from table_roles where user_id = users.id and role in ('facilitator', 'boardmember')))
        """;

    private const string HasSecondStep = "(users.two_factor_enabled or exists (select 1 from passkeys where user_id = users.id))";

    /// <summary>Where somebody is signed in, the last used first.</summary>
    public Task<IReadOnlyList<SessionRow>> OfUserAsync(Guid userId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.QueryAsync<SessionRow>(OfUserSql, new { userId, seenAfter = now - options.Value.Session, startedAfter = now - options.Value.LongestSession }, ct);
    }

    private const string OfUserSql =
        """
        select   s.id, s.browser, s.started_at, s.seen_at
        from     sessions s
        join     users u on u.id = s.user_id and u.security_stamp = s.security_stamp
        where    s.user_id = @userId and s.seen_at > @seenAfter and s.started_at > @startedAfter
        order by s.seen_at desc, s.id
        """;

    public Task EndAsync(Guid id, Guid userId, CancellationToken ct) =>
        db.ExecutePrivatelyAsync("delete from sessions where id = @id and user_id = @userId", new { id, userId }, ct);

    /// <summary>Ends all sessions of somebody.</summary>
    /// <param name="but">The one that stays; null for none.</param>
    public Task EndAllAsync(Guid userId, Guid? but, CancellationToken ct) =>
        db.ExecutePrivatelyAsync("delete from sessions where user_id = @userId and id <> @but", new { userId, but = but ?? Guid.Empty }, ct);

    /// <summary>Forgets what is over.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.ExecutePrivatelyAsync(ForgetSql, new { seenBefore = now - options.Value.Session, startedBefore = now - options.Value.LongestSession }, ct);
        await db.ExecutePrivatelyAsync("delete from sign_in_attempts where last_at < @before", new { before = now - options.Value.Lockout }, ct);
    }

    private const string ForgetSql = "delete from sessions where seen_at <= @seenBefore or started_at <= @startedBefore";
}
