using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;

namespace Participatie.Web.Meetings.Queue;

/// <summary>What became of a raised hand.</summary>
public enum HandState
{
    Waiting,
    Speaking,
    Done,
}

/// <summary>A hand. <paramref name="Name"/> is what this person wants to be called; null when they did not say.</summary>
public sealed record HandRow(
    Guid Id, Guid ParticipantId, string? Name, Side Side, HandState State, DateTimeOffset RaisedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    public TimeSpan Spoken(DateTimeOffset now) => StartedAt is { } start ? (EndedAt ?? now) - start : TimeSpan.Zero;
}

/// <summary>Who speaks and who waits, in the order of their turns.</summary>
public sealed record SpeakerList(HandRow? Speaking, IReadOnlyList<HandRow> Waiting);

/// <summary>The hands of a meeting.</summary>
public sealed class Hands(DbDataSource db, TimeProvider clock)
{
    public async Task<SpeakerList> OfMeetingAsync(Guid meetingId, CancellationToken ct)
    {
        var hands = await db.QueryAsync<HandRow>(OfMeetingSql, new { meetingId }, ct);
        var now = clock.GetUtcNow();
        var spoken = hands.ToLookup(hand => hand.ParticipantId, hand => hand.Spoken(now));
        var waiting = hands.Where(hand => hand.State == HandState.Waiting).ToDictionary(hand => hand.Id);
        var order = SpeakerQueue.Order(waiting.Values.Select(
            hand => new RaisedHand(hand.Id, hand.RaisedAt, spoken[hand.ParticipantId].Aggregate(TimeSpan.Zero, (sum, turn) => sum + turn))));
        return new SpeakerList(hands.FirstOrDefault(hand => hand.State == HandState.Speaking), [.. order.Select(hand => waiting[hand.Id])]);
    }

    private const string OfMeetingSql =
        """
        select id, participant_id, name, side, state, raised_at, started_at, ended_at
        from   hands
        where  meeting_id = @meetingId
        """;

    /// <summary>Ends the turn of whoever speaks; true when somebody did.</summary>
    public static async Task<bool> EndTurnAsync(DbTransaction tx, Guid meetingId, DateTimeOffset now, CancellationToken ct) =>
        await tx.ExecuteAsync(EndTurnSql, new { meetingId, now }, ct) > 0;

    private const string EndTurnSql =
        "update hands set state = 'done', ended_at = @now where meeting_id = @meetingId and state = 'speaking'";

    /// <summary>Names and who raised a hand are nobody's business after the meeting.</summary>
    public static Task ForgetAsync(DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        tx.ExecuteAsync("delete from hands where meeting_id = @meetingId", new { meetingId }, ct);
}
