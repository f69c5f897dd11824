using System.Data.Common;
using Participatie.Core.Minutes;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Minutes.Adopting;

public enum JudgeStep
{
    Done,
    ReasonMissing,
    TooLong,

    /// <summary>Somebody else decided already.</summary>
    TooLate,
}

/// <summary>Accepts or declines what a participant says is wrong. Who declines says why.</summary>
public sealed class JudgeCorrection(DbDataSource db, TimeProvider clock)
{
    public const int LongestReason = 1_000;

    /// <summary>Decides upon a correction, once.</summary>
    /// <param name="meetingId">Whose minutes.</param>
    /// <param name="id">The correction.</param>
    /// <param name="verdict">What becomes of it.</param>
    /// <param name="typed">Why; an accepted one needs no reason.</param>
    /// <param name="hidden">Keeps its text from readers.</param>
    /// <param name="actor">The name of the member of staff.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<JudgeStep> RunAsync(
        Guid meetingId, Guid id, CorrectionVerdict verdict, string? typed, bool hidden, string actor, CancellationToken ct)
    {
        var reason = typed?.Trim() ?? "";
        if (reason.Length == 0 && verdict == CorrectionVerdict.Declined)
            return JudgeStep.ReasonMissing;
        if (reason.Length > LongestReason)
            return JudgeStep.TooLong;

        var now = clock.GetUtcNow();
        var deed = new Deed(meetingId, actor, Deeds.CorrectionJudged, new CorrectionDeed(id, verdict, reason), now);
        return await db.RecordAsync(deed, JudgeSql, new { meetingId, id, verdict = verdict.Stored(), reason, hidden, actor, now }, ct)
            ? JudgeStep.Done
            : JudgeStep.TooLate;
    }

    private const string JudgeSql =
        """
        update corrections
        set    verdict = @verdict, reason = @reason, hidden = @hidden, judged_by = @actor, judged_at = @now
        where  id = @id and meeting_id = @meetingId and verdict is null
        """;
}
