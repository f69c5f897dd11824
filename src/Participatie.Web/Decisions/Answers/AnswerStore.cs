using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Web.Data;

namespace Participatie.Web.Decisions.Answers;

/// <summary>The answer to a decision, as far as there is one.</summary>
public sealed record AnswerRow(
    DateOnly? RespondBy, DateOnly? PostponedTo, string? Postponement, string? PostponedBy, DateTimeOffset? PostponedAt,
    string? Verdict, string? Reasons, string? GivenBy, DateTimeOffset? GivenAt)
{
    public ResponseTerm Term => StoredAnswer.Term(RespondBy, PostponedTo, GivenAt);

    public ResponseVerdict? Answer => StoredAnswer.Verdict(Verdict);
}

public sealed record CommitmentRow(Guid Id, string Text, string Owner, DateOnly Due, DateTimeOffset MadeAt, DateTimeOffset? DoneAt);

public sealed record ProgressRow(Guid CommitmentId, string Text, string ToldBy, DateTimeOffset ToldAt);

/// <summary>A decision that waits for an answer, for whoever must give it.</summary>
public sealed record DeskRow(Guid Id, string Text, string TableName, DateOnly? RespondBy, DateOnly? PostponedTo, DateTimeOffset? GivenAt, long OpenCommitments)
{
    public ResponseTerm Term => StoredAnswer.Term(RespondBy, PostponedTo, GivenAt);
}

/// <summary>Who answers a decision, and in which meeting it was made.</summary>
public sealed record AddressedRow(Guid MeetingId, Guid TableId, string Text);

/// <summary>Reads answers, and what came of them.</summary>
public sealed class AnswerStore(DbDataSource db)
{
    public Task<AnswerRow?> FindAsync(Guid decisionId, CancellationToken ct) => db.FindAsync<AnswerRow>(FindSql, new { decisionId }, ct);

    private const string FindSql =
        """
        select d.respond_by, p.respond_by as postponed_to, p.reason as postponement, p.asked_by as postponed_by, p.asked_at as postponed_at,
               r.verdict, r.reasons, r.given_by, r.given_at
        from   decisions d
        left join postponements p on p.decision_id = d.id
        left join responses r on r.decision_id = d.id
        where  d.id = @decisionId
        """;

    public Task<IReadOnlyList<CommitmentRow>> CommitmentsAsync(Guid decisionId, CancellationToken ct) =>
        db.QueryAsync<CommitmentRow>(CommitmentsSql, new { decisionId }, ct);

    private const string CommitmentsSql =
        "select id, text, owner, due, made_at, done_at from commitments where decision_id = @decisionId order by made_at, id";

    public Task<IReadOnlyList<ProgressRow>> ProgressAsync(Guid decisionId, CancellationToken ct) =>
        db.QueryAsync<ProgressRow>(ProgressSql, new { decisionId }, ct);

    private const string ProgressSql =
        """
        select   g.commitment_id, g.text, g.told_by, g.told_at
        from     progress g
        join     commitments c on c.id = g.commitment_id
        where    c.decision_id = @decisionId
        order by g.told_at, g.id
        """;

    /// <summary>Null when the decision is not there, or asks for no answer.</summary>
    public Task<AddressedRow?> AddressedAsync(Guid decisionId, CancellationToken ct) =>
        db.FindAsync<AddressedRow>(AddressedSql, new { decisionId }, ct);

    /// <summary>In an area without a board, somebody of the table itself passes the answer on.</summary>
    private const string AddressedSql =
        """
        select d.meeting_id, coalesce(d.answering_table, m.table_id) as table_id, d.text
        from   decisions d
        join   meetings m on m.id = d.meeting_id
        where  d.id = @decisionId and d.addressee is not null and d.struck_version is null
        """;

    /// <summary>What a table must answer, the most urgent first, and what it answered but has not done yet.</summary>
    public Task<IReadOnlyList<DeskRow>> DeskAsync(Guid tableId, CancellationToken ct) => db.QueryAsync<DeskRow>(DeskSql, new { tableId }, ct);

    private const string DeskSql =
        """
        select   d.id, d.text, t.name as table_name, d.respond_by, p.respond_by as postponed_to, r.given_at,
                 (select count(*) from commitments c where c.decision_id = d.id and c.done_at is null) as open_commitments
        from     decisions d
        join     meetings m on m.id = d.meeting_id
        join     tables t on t.id = m.table_id
        left join postponements p on p.decision_id = d.id
        left join responses r on r.decision_id = d.id
        where    coalesce(d.answering_table, m.table_id) = @tableId and d.addressee is not null and d.struck_version is null
        and      (r.decision_id is null or exists (select 1 from commitments c where c.decision_id = d.id and c.done_at is null))
        order by r.given_at is not null, coalesce(p.respond_by, d.respond_by), d.id
        """;
}
