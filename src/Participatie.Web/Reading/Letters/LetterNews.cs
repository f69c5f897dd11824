using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;

namespace Participatie.Web.Reading.Letters;

/// <summary>A decision with the answer to it, as a letter tells it.</summary>
/// <param name="Addressee">Who must answer; null when nobody has to.</param>
/// <param name="Reasons">Of the answer, in Markdown; null when there is none yet.</param>
public sealed record LetterRow(
    bool IsAdvice, string Text, string? Result, DateTimeOffset DecidedAt, string? Addressee, DateOnly? RespondBy, DateOnly? PostponedTo,
    string? StoredVerdict, string? Reasons, DateTimeOffset? GivenAt)
{
    public ResponseTerm Term => StoredAnswer.Term(RespondBy, PostponedTo, GivenAt);

    public ResponseVerdict? Verdict => StoredAnswer.Verdict(StoredVerdict);
}

/// <summary>What a letter tells: what was decided or answered since a moment, and every answer that is still to come.</summary>
public sealed class LetterNews(DbDataSource db)
{
    public Task<IReadOnlyList<LetterRow>> SinceAsync(Guid tableId, DateTimeOffset since, CancellationToken ct) =>
        db.QueryAsync<LetterRow>(SinceSql, new { tableId, since }, ct);

    private const string SinceSql =
        """
        select   d.is_advice, d.text, d.result, d.decided_at, d.addressee, d.respond_by, p.respond_by as postponed_to,
                 r.verdict as stored_verdict, r.reasons, r.given_at
        from     decisions d
        join     meetings m on m.id = d.meeting_id
        left join postponements p on p.decision_id = d.id
        left join responses r on r.decision_id = d.id
        where    m.table_id = @tableId and d.struck_version is null
        and      (d.decided_at >= @since or r.given_at >= @since or (d.addressee is not null and r.decision_id is null))
        order by d.decided_at desc, d.id desc
        """;
}
