using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Decisions.Answers;

public enum AnswerStep
{
    Done,
    ReasonsMissing,
    TooLong,

    /// <summary>Somebody else did it already, or there is nothing to answer.</summary>
    TooLate,
}

/// <summary>Answers a decision, with reasons, for good. Of two who answer at once one wins.</summary>
public sealed class AnswerDecision(DbDataSource db, TimeProvider clock)
{
    public const int LongestReasons = 10_000;

    public async Task<AnswerStep> RunAsync(Guid decisionId, AddressedRow decision, ResponseVerdict verdict, string? typed, string actor, CancellationToken ct)
    {
        var reasons = typed?.Trim() ?? "";
        if (reasons.Length == 0)
            return AnswerStep.ReasonsMissing;
        if (reasons.Length > LongestReasons)
            return AnswerStep.TooLong;

        var now = clock.GetUtcNow();
        var deed = new Deed(decision.MeetingId, actor, Deeds.AnswerGiven, new AnswerDeed(decisionId, verdict, reasons), now);
        var args = new { decisionId, verdict = verdict.Stored(), reasons, actor, now };
        return await db.RecordAsync(deed, AnswerSql, args, tx => IndexMeeting.RunAsync(tx, decision.MeetingId, ct), ct) ? AnswerStep.Done : AnswerStep.TooLate;
    }

    private const string AnswerSql =
        """
        insert into responses (decision_id, verdict, reasons, given_by, given_at)
        select id, @verdict, @reasons, @actor, @now
        from   decisions
        where  id = @decisionId and addressee is not null and struck_version is null
        on conflict (decision_id) do nothing
        """;
}
