using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Decisions.Answers;

public enum ProgressStep
{
    Done,
    TextMissing,
    TooLong,

    /// <summary>It was done already.</summary>
    TooLate,
}

/// <summary>Tells how a commitment goes on, or that it is done.</summary>
public sealed class TellProgress(DbDataSource db, TimeProvider clock)
{
    public const int LongestText = 2_000;

    public async Task<ProgressStep> RunAsync(
        Guid decisionId, AddressedRow decision, Guid commitmentId, string? typed, bool done, string actor, CancellationToken ct)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
            return ProgressStep.TextMissing;
        if (text.Length > LongestText)
            return ProgressStep.TooLong;

        var (id, now) = (RowKey.New(), clock.GetUtcNow());
        return await db.TransactAsync(
            async tx =>
            {
                await tx.HoldMeetingAsync(decision.MeetingId, ct);
                if (await tx.ExecuteAsync(TellSql, new { id, decisionId, commitmentId, text, actor, now }, ct) == 0)
                    return ProgressStep.TooLate;
                if (done)
                    await tx.ExecuteAsync("update commitments set done_at = @now where id = @commitmentId", new { commitmentId, now }, ct);

                await tx.AppendAsync(new Deed(decision.MeetingId, actor, Deeds.ProgressTold, new ProgressDeed(decisionId, commitmentId, text, done), now), ct);
                await IndexMeeting.RunAsync(tx, decision.MeetingId, ct);
                return ProgressStep.Done;
            },
            ct);
    }

    private const string TellSql =
        """
        insert into progress (id, commitment_id, text, told_by, told_at)
        select @id, id, @text, @actor, @now
        from   commitments
        where  id = @commitmentId and decision_id = @decisionId and done_at is null
        """;
}
