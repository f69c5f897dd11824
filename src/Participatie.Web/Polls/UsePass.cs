using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Live;

namespace Participatie.Web.Polls;

/// <summary>What became of a pass that somebody wants to use.</summary>
public enum PassUse
{
    /// <summary>This phone now holds the pass (or held it already).</summary>
    Held,

    /// <summary>The meeting of this pass is over.</summary>
    Over,

    /// <summary>Another phone took the pass at the same moment.</summary>
    Taken,
}

/// <summary>
/// Binds a pass to a phone. A pass used on a second phone moves there: the first phone loses its vote and is told so. A
/// vote already cast stays with the pass, so it can be changed but not doubled.
/// </summary>
public sealed class UsePass(DbDataSource db, Feed feed, Broadcaster broadcaster)
{
    public async Task<PassUse> RunAsync(PassRow pass, Guid participant, CancellationToken ct)
    {
        if (pass.MeetingState == MeetingState.Closed)
            return PassUse.Over;
        if (pass.ParticipantId == participant)
            return PassUse.Held;

        var bound = await db.TransactAsync(tx => BindAsync(tx, pass, participant, ct), ct);
        if (!bound)
            return PassUse.Taken;

        broadcaster.Mark(pass.MeetingId);
        if (pass.ParticipantId is { } formerHolder)
            await feed.PassMovedAsync(formerHolder);
        return PassUse.Held;
    }

    private static async Task<bool> BindAsync(DbTransaction tx, PassRow pass, Guid participant, CancellationToken ct)
    {
        var args = new { pass.Id, pass.MeetingId, participant, before = pass.ParticipantId };
        await tx.ExecuteAsync(ReleaseOwnSql, args, ct);
        var bind = pass.ParticipantId is null ? BindFreeSql : BindHeldSql;
        if (await tx.ExecuteAsync(bind, args, ct) == 0)
            return false;

        await tx.ExecuteAsync("delete from former_holders where meeting_id = @MeetingId and participant_id = @participant", args, ct);
        if (pass.ParticipantId is not null)
            await tx.ExecuteAsync(RememberSql, args, ct);
        await CarryBallotAsync(tx, pass, participant, ct);
        return true;
    }

    /// <summary>A phone holds one pass; a second one takes the place of the first, whose vote stays with it.</summary>
    private const string ReleaseOwnSql =
        "update passes set participant_id = null where meeting_id = @MeetingId and participant_id = @participant";

    private const string BindFreeSql =
        "update passes set participant_id = @participant where id = @Id and participant_id is null";

    private const string BindHeldSql =
        "update passes set participant_id = @participant where id = @Id and participant_id = @before";

    private const string RememberSql =
        "insert into former_holders (meeting_id, participant_id) values (@MeetingId, @before) on conflict do nothing";

    /// <summary>
    /// A phone that voted with the code only and then shows a pass keeps its vote in the open poll, under the pass; when
    /// the pass has voted already, that vote stands and the other is taken back.
    /// </summary>
    private static async Task CarryBallotAsync(DbTransaction tx, PassRow pass, Guid participant, CancellationToken ct)
    {
        foreach (var poll in await tx.OpenSecretsAsync(pass.MeetingId, ct))
        {
            var args = new { poll.PollId, old = BallotKeys.Of(poll.Secret, participant), carried = BallotKeys.Of(poll.Secret, pass.Id) };
            await tx.ExecuteAsync(CarrySql, args, ct);
            await tx.ExecuteAsync("delete from ballots where poll_id = @PollId and ballot_key = @old", args, ct);
        }
    }

    private const string CarrySql =
        """
        update ballots
        set    ballot_key = @carried
        where  poll_id = @PollId and ballot_key = @old
        and    not exists (select 1 from ballots where poll_id = @PollId and ballot_key = @carried)
        """;
}
