using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Shared;

namespace Participatie.Web.Decisions.Answers;

public enum PostponeStep
{
    Done,
    ReasonMissing,
    TooLong,

    /// <summary>The new day is not after today and after the day that was due.</summary>
    NotLater,
    TooFar,

    /// <summary>It was answered or put off already, or there is nothing to answer.</summary>
    TooLate,
}

/// <summary>Puts an answer off, once, with a reason that everybody may read.</summary>
public sealed class PostponeAnswer(DbDataSource db, AnswerStore answers, TimeProvider clock)
{
    public const int LongestReason = 1_000;

    /// <summary>In days from today: half a year is no postponement any more, but an end.</summary>
    public const int Longest = 84;

    public async Task<PostponeStep> RunAsync(Guid decisionId, AddressedRow decision, DateOnly? until, string? typed, string actor, CancellationToken ct)
    {
        var reason = typed?.Trim() ?? "";
        var (now, term) = (clock.GetUtcNow(), (await answers.FindAsync(decisionId, ct))!.Term);
        var today = DutchTime.Today(now);
        if (reason.Length == 0)
            return PostponeStep.ReasonMissing;
        if (reason.Length > LongestReason)
            return PostponeStep.TooLong;
        if (until is not { } day || day <= today || day <= term.RespondBy)
            return PostponeStep.NotLater;
        if (day > today.AddDays(Longest))
            return PostponeStep.TooFar;

        var deed = new Deed(decision.MeetingId, actor, Deeds.AnswerPostponed, new PostponementDeed(decisionId, day, reason), now);
        return await db.RecordAsync(deed, PostponeSql, new { decisionId, reason, day, actor, now }, ct) ? PostponeStep.Done : PostponeStep.TooLate;
    }

    private const string PostponeSql =
        """
        insert into postponements (decision_id, reason, respond_by, asked_by, asked_at)
        select id, @reason, @day, @actor, @now
        from   decisions
        where  id = @decisionId and addressee is not null and struck_version is null and not exists (select 1 from responses where decision_id = @decisionId)
        on conflict (decision_id) do nothing
        """;
}
