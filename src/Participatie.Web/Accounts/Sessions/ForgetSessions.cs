using Participatie.Web.Shared;

namespace Participatie.Web.Accounts.Sessions;

/// <summary>Forgets sessions and attempts to sign in that are over.</summary>
public sealed class ForgetSessions(SessionStore sessions, TimeProvider clock, ILogger<ForgetSessions> log) : RecurringWork(TimeSpan.FromHours(1), clock, log)
{
    public override Task RunAsync(CancellationToken ct) => sessions.ForgetAsync(ct);
}
