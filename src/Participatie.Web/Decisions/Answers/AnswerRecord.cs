using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Decisions.Answers;

/// <summary>What was asked, what was answered, and what was done.</summary>
/// <param name="Promised">The number of commitments that came with the answer.</param>
/// <param name="Kept">Those that are done.</param>
public sealed record RecordRow(
    Guid Id, string Text, string TableName, string Addressee, DateTimeOffset DecidedAt, DateOnly? RespondBy, DateOnly? PostponedTo,
    string? Verdict, DateTimeOffset? GivenAt, long Promised, long Kept)
{
    public AskedDecision Asked => new(
        DutchTime.Today(DecidedAt),
        StoredAnswer.Term(RespondBy, PostponedTo, GivenAt),
        StoredAnswer.Verdict(Verdict));
}

/// <summary>How an area or a table was answered, the newest question first. Nothing can be left out of it.</summary>
public sealed class AnswerRecord(DbDataSource db)
{
    public Task<IReadOnlyList<RecordRow>> OfAreaAsync(string area, CancellationToken ct) =>
        db.QueryAsync<RecordRow>($"{RecordSql} and t.area = @area {OrderSql}", new { area }, ct);

    public Task<IReadOnlyList<RecordRow>> OfTableAsync(Guid tableId, CancellationToken ct) =>
        db.QueryAsync<RecordRow>($"{RecordSql} and t.id = @tableId {OrderSql}", new { tableId }, ct);

    private const string RecordSql =
        """
        select d.id, d.text, t.name as table_name, d.addressee, d.decided_at, d.respond_by, p.respond_by as postponed_to, r.verdict, r.given_at,
               (select count(*) from commitments where decision_id = d.id) as promised,
               (select count(*) from commitments where decision_id = d.id and done_at is not null) as kept
        from   decisions d
        join   meetings m on m.id = d.meeting_id
        join   tables t on t.id = m.table_id
        left join postponements p on p.decision_id = d.id
        left join responses r on r.decision_id = d.id
        where  d.addressee is not null and d.struck_version is null
        """;

    private const string OrderSql = "order by d.decided_at desc, d.id desc";
}
