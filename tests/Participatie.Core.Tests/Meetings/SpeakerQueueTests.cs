using Participatie.Core.Meetings;

namespace Participatie.Core.Tests.Meetings;

public sealed class SpeakerQueueTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 19, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Whoever_spoke_least_comes_first_and_then_whoever_was_first()
    {
        var talker = Hand(raisedAfter: 0, spokenMinutes: 5);
        var second = Hand(raisedAfter: 2, spokenMinutes: 0);
        var first = Hand(raisedAfter: 1, spokenMinutes: 0);
        var brief = Hand(raisedAfter: 3, spokenMinutes: 1);

        Assert.Equal([first, second, brief, talker], SpeakerQueue.Order([talker, second, first, brief]));
    }

    [Fact]
    public void Nobody_waits_in_an_empty_queue() => Assert.Empty(SpeakerQueue.Order([]));

    private static RaisedHand Hand(int raisedAfter, int spokenMinutes) =>
        new(Guid.NewGuid(), Evening.AddSeconds(raisedAfter), TimeSpan.FromMinutes(spokenMinutes));
}
