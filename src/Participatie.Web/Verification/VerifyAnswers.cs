using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Verification;

/// <summary>What is kept of answers, of what they were put off to, of promises and of what came of those.</summary>
public sealed record KeptAnswers(
    IReadOnlyList<VerifyAnswers.AnswerRow> Answers, IReadOnlyList<VerifyAnswers.PostponementRow> Postponements,
    IReadOnlyList<VerifyAnswers.CommitmentRow> Commitments, IReadOnlyList<VerifyAnswers.ProgressRow> Progress);

/// <summary>What the board answered and promised, against the log: nothing may be there that was never said, and nothing that was said may be gone.</summary>
public sealed class VerifyAnswers(DbDataSource db)
{
    public async Task<KeptAnswers> ReadAsync(Guid meetingId, CancellationToken ct) => new(
        await db.QueryAsync<AnswerRow>(Of("responses", "x.decision_id, x.verdict, x.reasons"), new { meetingId }, ct),
        await db.QueryAsync<PostponementRow>(Of("postponements", "x.decision_id, x.respond_by, x.reason"), new { meetingId }, ct),
        await db.QueryAsync<CommitmentRow>(Of("commitments", "x.decision_id, x.id, x.text, x.owner, x.due"), new { meetingId }, ct),
        await db.QueryAsync<ProgressRow>(ProgressSql, new { meetingId }, ct));

    private static string Of(string table, string columns) =>
        $"select {columns} from {table} x join decisions d on d.id = x.decision_id where d.meeting_id = @meetingId";

    private const string ProgressSql =
        """
        select p.commitment_id, p.text
        from   progress p
        join   commitments c on c.id = p.commitment_id
        join   decisions d on d.id = c.decision_id
        where  d.meeting_id = @meetingId
        """;

    public static IReadOnlyList<string> Check(KeptAnswers kept, VerifyLog log) =>
    [
        .. Compare(
            log, "an answer", kept.Answers.Select(row => $"{row.DecisionId} {row.Verdict} {row.Reasons}"),
            log.Deeds<AnswerDeed>(Deeds.AnswerGiven).Select(deed => $"{deed.DecisionId} {deed.Verdict.Stored()} {deed.Reasons}")),
        .. Compare(
            log, "an answer that was put off", kept.Postponements.Select(row => $"{row.DecisionId} {row.RespondBy:O} {row.Reason}"),
            log.Deeds<PostponementDeed>(Deeds.AnswerPostponed).Select(deed => $"{deed.DecisionId} {deed.RespondBy:O} {deed.Reason}")),
        .. Compare(
            log, "a promise", kept.Commitments.Select(row => $"{row.DecisionId} {row.Id} {row.Text} {row.Owner} {row.Due:O}"),
            log.Deeds<CommitmentDeed>(Deeds.CommitmentMade).Select(deed => $"{deed.DecisionId} {deed.CommitmentId} {deed.Text} {deed.Owner} {deed.Due:O}")),
        .. Compare(
            log, "what came of a promise", kept.Progress.Select(row => $"{row.CommitmentId} {row.Text}"),
            log.Deeds<ProgressDeed>(Deeds.ProgressTold).Select(deed => $"{deed.CommitmentId} {deed.Text}")),
    ];

    private static IEnumerable<string> Compare(VerifyLog log, string what, IEnumerable<string> kept, IEnumerable<string> logged)
    {
        var (here, said) = (kept.ToHashSet(StringComparer.Ordinal), logged.ToHashSet(StringComparer.Ordinal));
        if (!here.IsSubsetOf(said))
            yield return $"Meeting {log.MeetingId}: {what} to what it decided is not what its log says.";
        else if (!said.IsSubsetOf(here))
            yield return $"Meeting {log.MeetingId}: {what} to what it decided is gone.";
    }

    public sealed record AnswerRow(Guid DecisionId, string Verdict, string Reasons);

    public sealed record PostponementRow(Guid DecisionId, DateOnly RespondBy, string Reason);

    public sealed record CommitmentRow(Guid DecisionId, Guid Id, string Text, string Owner, DateOnly Due);

    public sealed record ProgressRow(Guid CommitmentId, string Text);
}
