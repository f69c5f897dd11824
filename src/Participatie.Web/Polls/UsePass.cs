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

/// <summary>A pass on its way to a phone.</summary>
/// <param name="Before">Who held it when it was looked up.</param>
public sealed record PassBinding(Guid Id, Guid MeetingId, Guid Participant, Guid? Before);

/// <summary>
/// Binds a pass to a phone. A pass used on a second phone moves there: the first phone loses its vote and is told so. A
/// vote already cast stays with the pass, so it can be changed but not doubled. A hall that comes in at once costs a few
/// commits.
/// </summary>
public sealed class UsePass(DbDataSource db, PassHolders holders, Feed feed, Broadcaster broadcaster, ILogger<UsePass> log)
    : GroupCommit<PassBinding, bool>(db, log)
{
    /// <summary>Throws <see cref="NotStoredException"/> when the database could not do it.</summary>
    public async Task<PassUse> RunAsync(PassRow pass, Guid participant)
    {
        if (pass.MeetingState == MeetingState.Closed)
            return PassUse.Over;
        if (pass.ParticipantId == participant)
            return PassUse.Held;
        if (!await DoAsync(new PassBinding(pass.Id, pass.MeetingId, participant, pass.ParticipantId)))
            return PassUse.Taken;

        holders.Forget(pass.MeetingId, participant);
        broadcaster.Mark(pass.MeetingId);
        if (pass.ParticipantId is not { } formerHolder)
            return PassUse.Held;

        holders.Forget(pass.MeetingId, formerHolder);
        await feed.PassMovedAsync(pass.MeetingId, formerHolder);
        return PassUse.Held;
    }

    protected override IReadOnlyList<bool> Store(DbTransaction tx, IReadOnlyList<PassBinding> batch)
    {
        // Always in the same order, so that two nodes do not wait for each other's passes.
        var ordered = batch.OrderBy(binding => binding.Id).ToList();
        var simple = ordered.DistinctBy(binding => binding.Id).DistinctBy(binding => binding.Participant).ToList();
        var bound = tx.ExecuteTogether(BindNewSql, shared: null, simple, "passes.id", static binding => binding.Id).ToHashSet();
        bound.UnionWith(ordered.Where(binding => !bound.Contains(binding) && Move(tx, binding)).ToList());

        CarryBallots(tx, [.. bound]);
        return [.. batch.Select(bound.Contains)];
    }

    /// <summary>What nearly everybody does: a pass that is nobody's comes to a phone that never had one.</summary>
    private const string BindNewSql =
        """
        update passes
        set    participant_id = given.Participant
        from   given
        where  passes.id = given.Id and passes.participant_id is null and passes.voided_at is null
        and    not exists (select 1 from passes other where other.meeting_id = given.MeetingId and other.participant_id = given.Participant)
        and    not exists (select 1 from former_holders f where f.meeting_id = given.MeetingId and f.participant_id = given.Participant)
        """;

    private static bool Move(DbTransaction tx, PassBinding binding)
    {
        tx.Execute(ReleaseOwnSql, binding);
        var move = binding.Before is null ? BindFreeSql : BindHeldSql;
        if (tx.Execute(move, binding) == 0)
            return false;

        tx.Execute("delete from former_holders where meeting_id = @MeetingId and participant_id = @Participant", binding);
        if (binding.Before is not null)
            tx.Execute(RememberSql, binding);
        return true;
    }

    /// <summary>A phone holds one pass; a second one takes the place of the first, whose vote stays with it.</summary>
    private const string ReleaseOwnSql =
        "update passes set participant_id = null where meeting_id = @MeetingId and participant_id = @Participant";

    private const string BindFreeSql =
        "update passes set participant_id = @Participant where id = @Id and participant_id is null and voided_at is null";

    private const string BindHeldSql =
        "update passes set participant_id = @Participant where id = @Id and participant_id = @Before";

    private const string RememberSql =
        "insert into former_holders (meeting_id, participant_id) values (@MeetingId, @Before) on conflict do nothing";

    /// <summary>
    /// A phone that voted with the code only and then shows a pass keeps its vote in the open poll, under the pass; when
    /// the pass has voted already, that vote stands and the other is taken back.
    /// </summary>
    private static void CarryBallots(DbTransaction tx, IReadOnlyList<PassBinding> bound)
    {
        foreach (var meeting in bound.GroupBy(binding => binding.MeetingId))
        {
            foreach (var poll in tx.Query<OpenSecret>(OpenSecret.OfMeetingSql, new { meetingId = meeting.Key }))
            {
                var keys = new BallotKeys(poll.Secret);
                var ballots = meeting.Select(binding => new CarriedBallot(
                    poll.PollId, keys.Of(binding.Participant), keys.Of(binding.Id))).ToList();
                tx.ExecuteEach(CarrySql, ballots);
                tx.ExecuteEach(TakeBackSql, ballots);
            }
        }
    }

    private const string CarrySql =
        """
        update ballots
        set    ballot_key = @Carried
        where  poll_id = @PollId and ballot_key = @Old
        and    not exists (select 1 from ballots where poll_id = @PollId and ballot_key = @Carried)
        """;

    private const string TakeBackSql = "delete from ballots where poll_id = @PollId and ballot_key = @Old and ballot_key <> @Carried";

    private sealed record CarriedBallot(Guid PollId, byte[] Old, byte[] Carried);
}
