using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;

namespace Participatie.Web.Decisions;

public sealed record DecisionRow(
    Guid Id, bool IsAdvice, string Text, string? Result, DateTimeOffset DecidedAt, string TableSlug, string TableName, string AreaSlug, string AreaName,
    DateOnly? RespondBy, DateOnly? PostponedTo, DateTimeOffset? AnsweredAt, string? Answer)
{
    public ResponseTerm Term => StoredAnswer.Term(RespondBy, PostponedTo, AnsweredAt);

    public ResponseVerdict? Verdict => StoredAnswer.Verdict(Answer);
}

/// <summary>One decision with what led to it.</summary>
public sealed record DecisionChainRow(
    Guid Id, int Number, bool IsAdvice, string Text, string Reasons, string Mandate, string? Addressee, DateOnly? RespondBy,
    string? Result, DateTimeOffset DecidedAt, Guid? PollId,
    Guid MeetingId, string MeetingTitle, DateTimeOffset StartsAt, string? ItemTitle, DateTimeOffset? ItemStartedAt,
    DateTimeOffset? PublishedAt, string TableSlug, string TableName, string AreaSlug, string AreaName, int? StruckVersion);

/// <summary>What everybody may read about decisions.</summary>
public sealed class DecisionRegister(DbDataSource db)
{
    /// <summary>The newest decisions, of one area or (with null) of all.</summary>
    public Task<IReadOnlyList<DecisionRow>> NewestAsync(string? area, int count, int skip, CancellationToken ct) =>
        db.QueryAsync<DecisionRow>(
            area is null ? $"{DecisionsSql} {NewestSql}" : $"{DecisionsSql} and t.area = @area {NewestSql}", new { area, count, skip }, ct);

    public Task<IReadOnlyList<DecisionRow>> OfTableAsync(Guid tableId, int count, CancellationToken ct) =>
        db.QueryAsync<DecisionRow>($"{DecisionsSql} and t.id = @tableId {NewestSql}", new { tableId, count, skip = 0 }, ct);

    public Task<IReadOnlyList<DecisionRow>> OfMeetingAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<DecisionRow>($"{DecisionsSql} and d.meeting_id = @meetingId order by d.number", new { meetingId }, ct);

    private const string DecisionsSql =
        """
        select d.id, d.is_advice, d.text, d.result, d.decided_at, t.slug as table_slug, t.name as table_name, a.slug as area_slug, a.name as area_name,
               d.respond_by, p.respond_by as postponed_to, r.given_at as answered_at, r.verdict as answer
        from   decisions d
        join   meetings m on m.id = d.meeting_id
        join   tables t on t.id = m.table_id
        join   areas a on a.slug = t.area
        left join postponements p on p.decision_id = d.id
        left join responses r on r.decision_id = d.id
        where  d.struck_version is null
        """;

    /// <summary>What waits for an answer of this table, the most urgent first.</summary>
    public Task<IReadOnlyList<DecisionRow>> WaitingForAsync(Guid tableId, CancellationToken ct) =>
        db.QueryAsync<DecisionRow>($"{DecisionsSql} {WaitingForSql}", new { tableId }, ct);

    private const string WaitingForSql =
        """
        and      d.answering_table = @tableId and r.decision_id is null
        order by coalesce(p.respond_by, d.respond_by), d.id
        """;

    /// <summary>What a table asked and waits for, the longest overdue first.</summary>
    public Task<IReadOnlyList<DecisionRow>> AwaitedByAsync(Guid tableId, CancellationToken ct) =>
        db.QueryAsync<DecisionRow>($"{DecisionsSql} {AwaitedBySql}", new { tableId }, ct);

    private const string AwaitedBySql =
        """
        and      t.id = @tableId and d.addressee is not null and r.decision_id is null
        order by coalesce(p.respond_by, d.respond_by), d.id
        """;

    private const string NewestSql =
        """
        order by d.decided_at desc, d.id desc
        limit    @count offset @skip
        """;

    public Task<DecisionChainRow?> FindAsync(Guid id, CancellationToken ct) => db.FindAsync<DecisionChainRow>(FindSql, new { id }, ct);

    private const string FindSql =
        """
        select d.id, d.number, d.is_advice, d.text, d.reasons, d.mandate, d.addressee, d.respond_by, d.result, d.decided_at, d.poll_id,
               m.id as meeting_id, m.title as meeting_title, m.starts_at, i.title as item_title, i.started_at as item_started_at,
               n.published_at, t.slug as table_slug, t.name as table_name, a.slug as area_slug, a.name as area_name, d.struck_version
        from   decisions d
        join   meetings m on m.id = d.meeting_id
        left join polls p on p.id = d.poll_id
        left join agenda_items i on i.id = p.item_id
        left join published_minutes n on n.meeting_id = m.id
        join   tables t on t.id = m.table_id
        join   areas a on a.slug = t.area
        where  d.id = @id
        """;

    public Task<IReadOnlyList<string>> ThemesAsync(Guid id, CancellationToken ct) =>
        db.QueryAsync<string>("select theme from decision_themes where decision_id = @id order by theme", new { id }, ct);
}
