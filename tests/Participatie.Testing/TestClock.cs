namespace Participatie.Testing;

/// <summary>The time of this machine, and as much later as a test wants.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public void Pass(TimeSpan time) => ahead += time;
}
