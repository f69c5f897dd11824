using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Participatie.Web.Live;

namespace Participatie.Web.Limits;

/// <summary>Calls in a minute, of each connection. A phone that hears that its vote was not stored waits, and tries again.</summary>
public sealed class PacedCalls(IOptions<LimitsOptions> options, TimeProvider clock, ILogger<PacedCalls> log) : IHubFilter
{
    private static readonly object Key = new();

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var pace = (Pace)(invocationContext.Context.Items.TryGetValue(Key, out var known) ? known! : invocationContext.Context.Items[Key] = new Pace());
        var refused = pace.Count(clock.GetTimestamp() / (clock.TimestampFrequency * 60)) - options.Value.CallsPerMinute;
        if (refused <= 0)
            return next(invocationContext);

        if (LimitsLog.IsWorthALine(refused))
            LimitsLog.TooManyCalls(log);
        throw new HubException(MeetingHub.NotStored);
    }

    /// <summary>A connection's calls come one after another, so nothing here is shared.</summary>
    private sealed class Pace
    {
        private long minute;
        private int calls;

        public int Count(long now)
        {
            calls = now == minute ? calls + 1 : 1;
            minute = now;
            return calls;
        }
    }
}
