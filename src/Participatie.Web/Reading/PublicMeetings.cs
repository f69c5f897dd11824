using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Reading.Feeds;

namespace Participatie.Web.Reading;

public sealed record PublicMeetingRow(
    Guid Id, string Title, string Place, DateTimeOffset StartsAt, string State, string? Cancellation,
    Guid TableId, string TableSlug, string TableName, string AreaSlug, string AreaName, bool HasMinutes)
{
    public MeetingState Stage => Enum.Parse<MeetingState>(State, ignoreCase: true);
}

public sealed record PublicItemRow(Guid Id, string Title, string Description, int Minutes, ItemKind Kind);

/// <summary>Who was at the table.</summary>
/// <param name="Meetings">In how many meetings people were counted.</param>
public sealed record PeopleRow(long Meetings, long Residents, long Professionals);

/// <summary>Meetings as readers see them: never a code, a pass or a result that is not released.</summary>
public sealed class PublicMeetings(DbDataSource db, TimeProvider clock)
{
    /// <summary>A meeting that was never opened counts as to come for this long after its hour: halls start late.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(12);

    /// <summary>What is on now or comes next, soonest first, in one area or (with null) in all.</summary>
    public Task<IReadOnlyList<PublicMeetingRow>> ComingAsync(string? area, int count, CancellationToken ct) =>
        db.QueryAsync<PublicMeetingRow>(
            $"{MeetingsSql} where {ComingSql} {(area is null ? "" : "and t.area = @area")} order by m.starts_at limit @count", new { area, count, Since }, ct);

    public Task<IReadOnlyList<PublicMeetingRow>> ComingAtTableAsync(Guid tableId, CancellationToken ct) =>
        db.QueryAsync<PublicMeetingRow>($"{MeetingsSql} where m.table_id = @tableId and {ComingSql} order by m.starts_at", new { tableId, Since }, ct);

    /// <summary>What has been, newest first.</summary>
    public Task<IReadOnlyList<PublicMeetingRow>> PastAtTableAsync(Guid tableId, CancellationToken ct) =>
        db.QueryAsync<PublicMeetingRow>(
            $"{MeetingsSql} where m.table_id = @tableId and m.state = 'closed' order by m.starts_at desc limit 100", new { tableId }, ct);

    public Task<PublicMeetingRow?> FindAsync(Guid id, CancellationToken ct) =>
        db.FindAsync<PublicMeetingRow>($"{MeetingsSql} where m.id = @id", new { id }, ct);

    private const string MeetingsSql =
        """
        select m.id, m.title, m.place, m.starts_at, m.state, m.cancellation,
               t.id as table_id, t.slug as table_slug, t.name as table_name, a.slug as area_slug, a.name as area_name,
               n.meeting_id is not null as has_minutes
        from   public_meetings m
        join   tables t on t.id = m.table_id
        join   areas a on a.slug = t.area
        left join published_minutes n on n.meeting_id = m.id
        """;

    private const string ComingSql = "(m.state = 'open' or (m.state = 'planned' and m.starts_at >= @Since))";

    /// <summary>How many people of each side were at the meetings of an owner where somebody counted them.</summary>
    public async Task<PeopleRow> PeopleAsync(FeedOwner owner, CancellationToken ct) =>
        (await db.FindAsync<PeopleRow>($"{PeopleSql} where {owner.Condition}", new { owner.Area, owner.Table }, ct))!;

    public async Task<PeopleRow> PeopleAtAsync(Guid meetingId, CancellationToken ct) =>
        (await db.FindAsync<PeopleRow>($"{PeopleSql} where m.id = @meetingId", new { meetingId }, ct))!;

    private const string PeopleSql =
        """
        select count(*) as meetings, coalesce(sum(p.residents), 0) as residents, coalesce(sum(p.professionals), 0) as professionals
        from   attendance p
        join   public_meetings m on m.id = p.meeting_id
        join   tables t on t.id = m.table_id
        """;

    public Task<IReadOnlyList<PublicItemRow>> AgendaAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<PublicItemRow>(AgendaSql, new { meetingId }, ct);

    private const string AgendaSql =
        """
        select   id, title, description, minutes, kind
        from     agenda_items
        where    meeting_id = @meetingId
        order by position
        """;

    private DateTimeOffset Since => clock.GetUtcNow() - Grace;
}
