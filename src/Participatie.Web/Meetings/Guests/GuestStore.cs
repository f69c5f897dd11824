using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Meetings.Guests;

/// <summary>Somebody who comes for one agenda item. <paramref name="Name"/> says what they are, not who.</summary>
public sealed record GuestRow(Guid Id, Guid MeetingId, Guid ItemId, string Name);

/// <summary>The guests of agenda items. A guest is not a participant: there is no ballot that could be theirs.</summary>
public sealed class GuestStore(DbDataSource db)
{
    /// <summary>In letters.</summary>
    public const int LongestName = 60;

    /// <summary>More than that is not a table with guests any more.</summary>
    public const int MostAtItem = 10;

    public Task<IReadOnlyList<GuestRow>> OfMeetingAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<GuestRow>(Columns + "where meeting_id = @meetingId order by name, id", new { meetingId }, ct);

    public static Task<IReadOnlyList<GuestRow>> OfItemAsync(DbTransaction tx, Guid itemId, CancellationToken ct) =>
        tx.QueryAsync<GuestRow>(Columns + "where item_id = @itemId order by name, id", new { itemId }, ct);

    public Task<GuestRow?> FindAsync(Guid id, CancellationToken ct) => db.FindAsync<GuestRow>(Columns + "where id = @id", new { id }, ct);

    private const string Columns =
        """
        select id, meeting_id, item_id, name
        from   guests

        """;

    /// <summary>Invites somebody. False when the meeting is over, or the item has as many guests as it may have.</summary>
    public Task<bool> InviteAsync(Guid itemId, string name, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            if (await tx.FindAsync<Guid?>("select meeting_id from agenda_items where id = @itemId", new { itemId }, ct) is not { } meetingId)
                return false;
            await tx.HoldMeetingAsync(meetingId, ct);
            return await tx.ExecuteAsync(InviteSql, new { id = RowKey.New(), itemId, name, MostAtItem }, ct) > 0;
        },
        ct);

    private const string InviteSql =
        """
        insert into guests (id, meeting_id, item_id, name)
        select @id, m.id, i.id, @name
        from   agenda_items i
        join   meetings m on m.id = i.meeting_id
        where  i.id = @itemId and m.state <> 'closed' and m.cancellation is null
        and    (select count(*) from guests g where g.item_id = i.id) < @MostAtItem
        """;

    /// <summary>Takes an invitation back, with the hand of this guest.</summary>
    public Task RemoveAsync(Guid id, Guid itemId, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            await tx.ExecuteAsync("delete from guests where id = @id and item_id = @itemId", new { id, itemId }, ct);
            await tx.ExecuteAsync("delete from hands where participant_id = @id and state = 'waiting'", new { id }, ct);
            return true;
        },
        ct);

    /// <summary>Takes down the hands of guests whose item is not on the table: their turn is over.</summary>
    public static Task LowerHandsAsync(DbTransaction tx, Guid meetingId, CancellationToken ct) => tx.ExecuteAsync(LowerHandsSql, new { meetingId }, ct);

    private const string LowerHandsSql =
        """
        delete from hands
        where  meeting_id = @meetingId and state = 'waiting'
        and    participant_id in (
                   select g.id
                   from   guests g
                   join   meetings m on m.id = g.meeting_id
                   where  m.id = @meetingId and (m.current_item is null or m.current_item <> g.item_id))
        """;
}
