namespace Participatie.Core.Meetings;

/// <summary>Somebody who waits for a turn.</summary>
/// <param name="RaisedAt">When the hand went up.</param>
/// <param name="Spoken">How long this person spoke in this meeting until now.</param>
public sealed record RaisedHand(Guid Id, DateTimeOffset RaisedAt, TimeSpan Spoken);

/// <summary>The order in which people get a turn.</summary>
public static class SpeakerQueue
{
    /// <summary>Whoever spoke least comes first; of those who spoke as long, who raised a hand first.</summary>
    public static IReadOnlyList<RaisedHand> Order(IEnumerable<RaisedHand> hands) =>
        [.. hands.OrderBy(hand => hand.Spoken).ThenBy(hand => hand.RaisedAt).ThenBy(hand => hand.Id)];
}
