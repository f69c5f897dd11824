using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Meetings;

/// <summary>An agenda item; <paramref name="Minutes"/> is the time planned for it.</summary>
public sealed record ItemRow(
    Guid Id, Guid MeetingId, int Position, string Title, string Description, int Minutes, ItemKind Kind, DateTimeOffset? StartedAt)
{
    /// <summary>The same item, for another agenda.</summary>
    public ItemPlan ToPlan() => new(Title, Description, Minutes, Kind);
}

/// <summary>What a facilitator fills in about an agenda item; the description is Markdown.</summary>
public sealed record ItemPlan(string Title, string Description, int Minutes, ItemKind Kind);

/// <summary>The agenda of a meeting, kept in order without gaps in its numbers.</summary>
public sealed class AgendaStore(DbDataSource db, TimeProvider clock)
{
    public Task<IReadOnlyList<ItemRow>> OfMeetingAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<ItemRow>(OfMeetingSql, new { meetingId }, ct);

    /// <summary>The agenda as a transaction sees it.</summary>
    public static Task<IReadOnlyList<ItemRow>> OfMeetingAsync(DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        tx.QueryAsync<ItemRow>(OfMeetingSql, new { meetingId }, ct);

    private const string OfMeetingSql = Columns + "where meeting_id = @meetingId order by position, id";

    public Task<ItemRow?> FindAsync(Guid id, CancellationToken ct) =>
        db.FindAsync<ItemRow>(Columns + "where id = @id", new { id }, ct);

    private const string Columns =
        """
        select id, meeting_id, position, title, description, minutes, kind, started_at
        from   agenda_items

        """;

    /// <summary>Puts a new item at the end of the agenda, unless the meeting is over.</summary>
    public Task<bool> AddAsync(Guid id, Guid meetingId, ItemPlan plan, CancellationToken ct) => EditAsync(
        meetingId,
        async tx => await AddAsync(tx, id, meetingId, plan, ct) && await ChangeLengthAsync(tx, meetingId, ct),
        ct);

    /// <summary>Adds it in the transaction that also makes its meeting, and indexes both.</summary>
    public static async Task<bool> AddAsync(DbTransaction tx, Guid id, Guid meetingId, ItemPlan plan, CancellationToken ct) =>
        await tx.ExecuteAsync(AddSql, Parameters(id, plan, meetingId), ct) > 0;

    private const string AddSql =
        """
        insert into agenda_items (id, meeting_id, position, title, description, minutes, kind)
        select @id, m.id, (select count(*) + 1 from agenda_items where meeting_id = m.id), @Title, @Description, @Minutes, @kind
        from   meetings m
        where  m.id = @meetingId and m.state <> 'closed'
        """;

    /// <summary>Changes an item that has not been started.</summary>
    public Task<bool> ChangeAsync(Guid id, ItemPlan plan, CancellationToken ct) => EditAsync(
        id,
        async (tx, item) =>
        {
            if (item.StartedAt is null && item.Minutes != plan.Minutes)
                await ChangeLengthAsync(tx, item.MeetingId, ct);
            return await tx.ExecuteAsync(ChangeSql, Parameters(id, plan), ct) > 0;
        },
        ct);

    private const string ChangeSql =
        """
        update agenda_items
        set    title = @Title, description = @Description, minutes = @Minutes, kind = @kind
        where  id = @id and started_at is null
        """;

    private static object Parameters(Guid id, ItemPlan plan, Guid meetingId = default) =>
        new { id, meetingId, plan.Title, plan.Description, plan.Minutes, kind = plan.Kind.Stored() };

    /// <summary>Moves an item to a place on the agenda, the first being 1; those between make room. False when there is no such place, or the meeting is over.</summary>
    public Task<bool> MoveAsync(Guid id, int place, CancellationToken ct) => EditAsync(
        id,
        async (tx, item) =>
        {
            var (first, last) = (Math.Min(place, item.Position), Math.Max(place, item.Position));
            return await tx.ExecuteAsync(MoveSql, new { id, item.MeetingId, item.Position, place, first, last }, ct) > 0;
        },
        ct);

    private const string MoveSql =
        """
        update agenda_items
        set    position = case when id = @id then @place when @place < @Position then position + 1 else position - 1 end
        where  meeting_id = @MeetingId and position between @first and @last
        and    @place between 1 and (select count(*) from agenda_items where meeting_id = @MeetingId)
        and    exists (select 1 from meetings where id = @MeetingId and state <> 'closed')
        """;

    /// <summary>Takes an item off the agenda; one that was started or has a poll that was opened stays.</summary>
    public Task<bool> RemoveAsync(Guid id, CancellationToken ct) => EditAsync(
        id,
        async (tx, item) =>
        {
            if (item.StartedAt is not null)
                return false;
            await tx.ExecuteAsync("delete from polls where item_id = @id and state = 'draft'", new { id }, ct);
            await tx.ExecuteAsync("delete from guests where item_id = @id", new { id }, ct);
            await tx.ExecuteAsync("delete from agenda_items where id = @id", new { id }, ct);
            await tx.ExecuteAsync(CloseGapSql, item, ct);
            return await ChangeLengthAsync(tx, item.MeetingId, ct);
        },
        ct);

    private const string CloseGapSql =
        "update agenda_items set position = position - 1 where meeting_id = @MeetingId and position > @Position";

    private async Task<bool> EditAsync(Guid id, Func<DbTransaction, ItemRow, Task<bool>> edit, CancellationToken ct) =>
        await FindAsync(id, ct) is { } found && await EditAsync(
            found.MeetingId,
            async tx => await tx.FindAsync<ItemRow>(Columns + "where id = @id", new { id }, ct) is { } item && await edit(tx, item),
            ct);

    /// <summary>Changes an agenda and what can be found of it. Who leads the meeting holds it too, so neither waits for the other's items.</summary>
    private Task<bool> EditAsync(Guid meetingId, Func<DbTransaction, Task<bool>> edit, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            await tx.HoldMeetingAsync(meetingId, ct);
            if (!await edit(tx))
                return false;

            await IndexMeeting.RunAsync(tx, meetingId, ct);
            return true;
        },
        ct);

    /// <summary>Calendars must hear that the meeting ends at another time.</summary>
    private async Task<bool> ChangeLengthAsync(DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        await tx.ExecuteAsync(ChangeLengthSql, new { meetingId, now = clock.GetUtcNow() }, ct) > 0;

    private const string ChangeLengthSql = "update meetings set sequence = sequence + 1, changed_at = @now where id = @meetingId";
}
