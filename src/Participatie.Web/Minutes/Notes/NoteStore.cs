using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Minutes.Notes;

/// <summary>Something that was jotted down during an agenda item, as Markdown.</summary>
public sealed record NoteRow(Guid Id, Guid ItemId, string ItemTitle, string Text, string NotedBy, DateTimeOffset NotedAt);

/// <summary>
/// What is jotted down during a meeting, note by note: two people who write at once are in nobody's way. The first text
/// of the minutes takes it up; what is noted later stays here.
/// </summary>
public sealed class NoteStore(DbDataSource db, TimeProvider clock)
{
    /// <summary>Item by item, in the order of the agenda; in an item the oldest first.</summary>
    public Task<IReadOnlyList<NoteRow>> OfMeetingAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<NoteRow>(OfMeetingSql, new { meetingId }, ct);

    private const string OfMeetingSql =
        """
        select   n.id, n.item_id, i.title as item_title, n.text, n.noted_by, n.noted_at
        from     notes n
        join     agenda_items i on i.id = n.item_id
        where    n.meeting_id = @meetingId
        order by i.position, n.noted_at, n.id
        """;

    /// <summary>False when the item is not of this meeting, or has not been on the table: then it might still be taken away.</summary>
    public async Task<bool> AddAsync(Guid meetingId, Guid itemId, string text, string writer, CancellationToken ct) =>
        await db.ExecuteAsync(AddSql, new { id = RowKey.New(), meetingId, itemId, text, writer, now = clock.GetUtcNow() }, ct) > 0;

    private const string AddSql =
        """
        insert into notes (id, meeting_id, item_id, text, noted_by, noted_at)
        select @id, meeting_id, id, @text, @writer, @now
        from   agenda_items
        where  id = @itemId and meeting_id = @meetingId and started_at is not null
        """;

    /// <summary>False when it is gone already.</summary>
    public async Task<bool> RemoveAsync(Guid meetingId, Guid id, CancellationToken ct) =>
        await db.ExecuteAsync("delete from notes where id = @id and meeting_id = @meetingId", new { id, meetingId }, ct) > 0;

    /// <summary>The items that can be noted about, in the order of the agenda.</summary>
    public Task<IReadOnlyList<NoteItemRow>> ItemsAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<NoteItemRow>(ItemsSql, new { meetingId }, ct);

    private const string ItemsSql =
        """
        select   i.id, i.title, i.id = m.current_item and m.state = 'open' as is_now
        from     agenda_items i
        join     meetings m on m.id = i.meeting_id
        where    i.meeting_id = @meetingId and i.started_at is not null
        order by i.position
        """;
}

/// <summary>An item that was on the table, or is now.</summary>
public sealed record NoteItemRow(Guid Id, string Title, bool IsNow);
