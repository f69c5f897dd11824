namespace Participatie.Web.Demonstration;

/// <summary>A clock that the demonstration sets, so that last month's meeting happened last month.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public void Advance(TimeSpan time) => now += time;

    public override DateTimeOffset GetUtcNow() => now;
}
