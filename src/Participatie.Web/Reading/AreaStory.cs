using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Reading;

public enum ChapterKind
{
    Meeting,
    Minutes,
    Decision,
    Advice,

    /// <summary>An advice was answered.</summary>
    Answer,

    /// <summary>What was promised with an answer is done.</summary>
    Done,
}

/// <summary>One thing that happened in an area.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Kind">The name of a <see cref="ChapterKind"/>.</param>
/// <param name="Id">Of the meeting (also for its minutes) or the decision (also for what came of it).</param>
/// <param name="Title">What it is about.</param>
/// <param name="Detail">A meeting's state, a decision's result (null without a vote), the verdict of an answer, or what was promised.</param>
/// <param name="Cancellation">Why a meeting does not go on.</param>
/// <param name="TableName">Whose it is.</param>
public sealed record ChapterRow(DateTimeOffset HappenedAt, string Kind, Guid Id, string Title, string? Detail, string? Cancellation, string TableName)
{
    public ChapterKind What => Enum.Parse<ChapterKind>(Kind, ignoreCase: true);
}

/// <summary>What was planned, discussed, written down, decided, answered and done in an area, newest first.</summary>
public sealed class AreaStory(DbDataSource db)
{
    public Task<IReadOnlyList<ChapterRow>> ReadAsync(string area, int count, CancellationToken ct) =>
        db.QueryAsync<ChapterRow>(ReadSql, new { area, count }, ct);

    private const string ReadSql =
        """
        select m.starts_at as happened_at, 'meeting' as kind, m.id, m.title, m.state as detail, m.cancellation, t.name as table_name
        from   public_meetings m
        join   tables t on t.id = m.table_id
        where  t.area = @area
        union all
        select n.published_at, 'minutes', m.id, m.title, '', null, t.name
        from   published_minutes n
        join   public_meetings m on m.id = n.meeting_id
        join   tables t on t.id = m.table_id
        where  t.area = @area
        union all
        select d.decided_at, case when d.is_advice then 'advice' else 'decision' end, d.id, d.text, d.result, null, t.name
        from   decisions d
        join   public_meetings m on m.id = d.meeting_id
        join   tables t on t.id = m.table_id
        where  t.area = @area and d.struck_version is null
        union all
        select r.given_at, 'answer', d.id, d.text, r.verdict, null, t.name
        from   responses r
        join   decisions d on d.id = r.decision_id
        join   public_meetings m on m.id = d.meeting_id
        join   tables t on t.id = m.table_id
        where  t.area = @area
        union all
        select c.done_at, 'done', d.id, d.text, c.text, null, t.name
        from   commitments c
        join   decisions d on d.id = c.decision_id
        join   public_meetings m on m.id = d.meeting_id
        join   tables t on t.id = m.table_id
        where  t.area = @area and c.done_at is not null
        order by happened_at desc
        limit  @count
        """;
}
