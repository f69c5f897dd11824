using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Decisions.Answers;

public enum CommitmentStep
{
    Done,
    TextMissing,
    OwnerMissing,
    DueMissing,
    TooLong,

    /// <summary>There is no answer yet to hang it on.</summary>
    NotAnswered,
}

/// <summary>Adds to an answer what somebody promises to do, and by when.</summary>
public sealed class MakeCommitment(DbDataSource db, TimeProvider clock)
{
    public const int LongestText = 500;
    public const int LongestOwner = 100;

    public async Task<CommitmentStep> RunAsync(
        Guid decisionId, AddressedRow decision, string? text, string? owner, DateOnly? due, string actor, CancellationToken ct)
    {
        var (what, who) = (text?.Trim() ?? "", owner?.Trim() ?? "");
        if (what.Length == 0)
            return CommitmentStep.TextMissing;
        if (who.Length == 0)
            return CommitmentStep.OwnerMissing;
        if (what.Length > LongestText || who.Length > LongestOwner)
            return CommitmentStep.TooLong;
        if (due is not { } day)
            return CommitmentStep.DueMissing;

        var (id, now) = (RowKey.New(), clock.GetUtcNow());
        var deed = new Deed(decision.MeetingId, actor, Deeds.CommitmentMade, new CommitmentDeed(decisionId, id, what, who, day), now);
        var args = new { id, decisionId, what, who, day, now };
        return await db.RecordAsync(deed, MakeSql, args, tx => IndexMeeting.RunAsync(tx, decision.MeetingId, ct), ct) ? CommitmentStep.Done : CommitmentStep.NotAnswered;
    }

    private const string MakeSql =
        """
        insert into commitments (id, decision_id, text, owner, due, made_at)
        select @id, decision_id, @what, @who, @day, @now
        from   responses
        where  decision_id = @decisionId
        """;
}
