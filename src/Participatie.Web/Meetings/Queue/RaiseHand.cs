using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Guests;

namespace Participatie.Web.Meetings.Queue;

/// <summary>Puts somebody in the queue of an open meeting, once.</summary>
public sealed class RaiseHand(DbDataSource db, Feed feed, TimeProvider clock)
{
    public const int LongestName = 40;

    /// <summary>More than a hall can hear in an evening; whoever presses all night fills no disk.</summary>
    private const int MostWaiting = 200;

    /// <summary>False when the meeting is not open, the queue is full, or this person is in it already.</summary>
    public Task<bool> RunAsync(Guid meetingId, Guid participant, string? name, Side side, CancellationToken ct) =>
        RunAsync(meetingId, participant, name, side, "1 = 1", ct);

    /// <summary>The same for a guest, whose item has to be on the table.</summary>
    public Task<bool> OfGuestAsync(GuestRow guest, CancellationToken ct) =>
        RunAsync(guest.MeetingId, guest.Id, guest.Name, Side.Professionals, "exists (select 1 from guests g where g.id = @participant and g.item_id = m.current_item)", ct);

    private async Task<bool> RunAsync(Guid meetingId, Guid participant, string? name, Side side, string which, CancellationToken ct)
    {
        var hand = new { id = Guid.NewGuid(), meetingId, participant, name, side = side.Stored(), now = clock.GetUtcNow(), MostWaiting };
        if (await db.ExecuteAsync($"{RaiseSql} and {which} on conflict do nothing", hand, ct) == 0)
            return false;

        await feed.QueueChangedAsync(meetingId, ct);
        return true;
    }

    private const string RaiseSql =
        """
        insert into hands (id, meeting_id, participant_id, name, side, state, raised_at)
        select @id, m.id, @participant, @name, @side, 'waiting', @now
        from   meetings m
        where  m.id = @meetingId and m.state = 'open'
        and    (select count(*) from hands h where h.meeting_id = m.id and h.state = 'waiting') < @MostWaiting
        """;
}
