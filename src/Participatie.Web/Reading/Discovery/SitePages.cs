using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Reading.Discovery;

/// <summary>A page that search engines may show.</summary>
/// <param name="ChangedAt">When something on it changed last; null when that cannot be said.</param>
public sealed record SitePage(string Path, DateTimeOffset? ChangedAt);

/// <summary>All public pages: of areas, tables, meetings, minutes, results and decisions, and those that are always there.</summary>
public sealed class SitePages(DbDataSource db)
{
    private static readonly string[] AlwaysThere =
    [
        "/", "/wijken", "/agenda", "/besluiten", "/open-data", "/stemgeheim", "/toegankelijkheid", "/privacy",
        "/hulp", "/hulp/bewoner", "/hulp/begeleider", "/hulp/verslaglegger", "/hulp/bestuur", "/hulp/beheerder",
    ];

    /// <summary>Whether a page is always there, whatever was planned or decided.</summary>
    public static bool IsAlwaysThere(PathString path) => AlwaysThere.Contains(path.Value, StringComparer.Ordinal);

    public async Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken ct) =>
    [
        .. AlwaysThere.Select(path => new SitePage(path, null)),
        .. (await db.QueryAsync<PlaceRow>(AreasSql, null, ct)).SelectMany(area => WithAnswers($"/wijken/{area.Slug}", area.ChangedAt)),
        .. (await db.QueryAsync<PlaceRow>(TablesSql, null, ct)).SelectMany(table => WithAnswers($"/tafels/{table.Slug}", table.ChangedAt)),
        .. (await db.QueryAsync<RecordRow>(MeetingsSql, null, ct)).Select(meeting => new SitePage($"/bijeenkomsten/{meeting.Id}", meeting.ChangedAt)),
        .. (await db.QueryAsync<RecordRow>(MinutesSql, null, ct)).Select(minutes => new SitePage($"/verslagen/{minutes.Id}", minutes.ChangedAt)),
        .. (await db.QueryAsync<RecordRow>(ResultsSql, null, ct)).Select(poll => new SitePage($"/stemmingen/{poll.Id}", poll.ChangedAt)),
        .. (await db.QueryAsync<RecordRow>(DecisionsSql, null, ct)).Select(decision => new SitePage($"/besluiten/{decision.Id}", decision.ChangedAt)),
    ];

    /// <summary>A place has a page of its own with what was asked there and what was answered.</summary>
    private static IEnumerable<SitePage> WithAnswers(string place, DateTimeOffset? changedAt) => [new(place, changedAt), new($"{place}/u-zei-wij-deden", changedAt)];

    /// <summary>Whatever happens to a meeting, its results and its decisions is a deed in its log, or a change of its plan.</summary>
    private const string ChangesSql =
        """
        with changes as (
            select id as meeting_id, changed_at from public_meetings
            union all
            select e.meeting_id, e.recorded_at from events e join public_meetings m on m.id = e.meeting_id
        )
        """;

    private const string AreasSql =
        $"""
        {ChangesSql}
        select   a.slug, max(c.changed_at) as changed_at
        from     areas a
        left join tables t on t.area = a.slug
        left join public_meetings m on m.table_id = t.id
        left join changes c on c.meeting_id = m.id
        group by a.slug
        order by a.slug
        """;

    private const string TablesSql =
        $"""
        {ChangesSql}
        select   t.slug, max(c.changed_at) as changed_at
        from     tables t
        left join public_meetings m on m.table_id = t.id
        left join changes c on c.meeting_id = m.id
        group by t.slug
        order by t.slug
        """;

    private const string MeetingsSql =
        $"""
        {ChangesSql}
        select   meeting_id as id, max(changed_at) as changed_at
        from     changes
        group by meeting_id
        order by meeting_id
        """;

    private const string MinutesSql = "select meeting_id as id, published_at as changed_at from published_minutes order by meeting_id";

    private const string ResultsSql =
        """
        select   p.id, p.closed_at as changed_at
        from     polls p
        join     public_meetings m on m.id = p.meeting_id
        where    p.state = 'released'
        order by p.id
        """;

    private const string DecisionsSql =
        """
        with changes as (
            select d.id as decision_id, coalesce(n.published_at, d.decided_at) as changed_at
            from   decisions d
            left join published_minutes n on n.meeting_id = d.meeting_id
            union all
            select decision_id, asked_at from postponements
            union all
            select decision_id, given_at from responses
            union all
            select decision_id, made_at from commitments
            union all
            select c.decision_id, p.told_at
            from   progress p
            join   commitments c on c.id = p.commitment_id
        )
        select   decision_id as id, max(changed_at) as changed_at
        from     changes
        group by decision_id
        order by decision_id
        """;

    private sealed record PlaceRow(string Slug, DateTimeOffset? ChangedAt);

    private sealed record RecordRow(Guid Id, DateTimeOffset? ChangedAt);
}
