using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Reading.Feeds;

/// <summary>A meeting as a calendar shows it.</summary>
/// <param name="Minutes">How long the agenda takes; 0 while there is none.</param>
/// <param name="Cancellation">Why it does not go on; null when it does.</param>
/// <param name="Sequence">The number of the last change that a calendar shows.</param>
/// <param name="ChangedAt">When that was made.</param>
public sealed record CalendarMeetingRow(
    Guid Id, string Title, string Place, DateTimeOffset StartsAt, int Minutes, string? Cancellation, int Sequence, DateTimeOffset ChangedAt,
    string TableName, string AreaName);

/// <summary>The meetings of the last year and all that are planned, for calendars; cancelled ones stay, so that calendars hear of it.</summary>
public sealed class CalendarMeetings(DbDataSource db, TimeProvider clock)
{
    public Task<IReadOnlyList<CalendarMeetingRow>> OfAsync(FeedOwner owner, CancellationToken ct) =>
        db.QueryAsync<CalendarMeetingRow>(MeetingsSql(owner), new { owner.Area, owner.Table, Since }, ct);

    private static string MeetingsSql(FeedOwner owner) =>
        $"""
        select   m.id, m.title, m.place, m.starts_at, (select coalesce(sum(minutes), 0) from agenda_items where meeting_id = m.id) as minutes,
                 m.cancellation, m.sequence, m.changed_at, t.name as table_name, a.name as area_name
        from     public_meetings m
        join     tables t on t.id = m.table_id
        join     areas a on a.slug = t.area
        where    m.starts_at >= @Since and {owner.Condition}
        order by m.starts_at, m.id
        """;

    private DateTimeOffset Since => clock.GetUtcNow().AddYears(-1);
}
