using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Rehearsing;

/// <summary>Throws away what somebody left: nobody rehearses for a week.</summary>
public sealed class ForgetRehearsals(DiscardRehearsal discard, TimeProvider clock, ILogger<ForgetRehearsals> log)
    : RecurringWork(TimeSpan.FromHours(6), clock, log)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public override Task RunAsync(CancellationToken ct) => discard.RunAllBeforeAsync(Clock.GetUtcNow() - Kept, ct);
}
