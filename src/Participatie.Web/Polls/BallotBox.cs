using System.Data.Common;
using System.Runtime.InteropServices;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>A ballot on its way to the box of a poll.</summary>
public sealed record Slip(Guid PollId, Guid MeetingId, CastBallot Ballot);

/// <summary>A ballot as a voter filled it in.</summary>
/// <param name="Attempt">Grows with each new choice of the same voter.</param>
/// <param name="PassId">The pass it is cast with; null when cast with the meeting's code only.</param>
/// <param name="Channel">The door it came through, as the database keeps it.</param>
public sealed record CastBallot(byte[] BallotKey, long Attempt, string Choices, Guid? PassId, Guid ParticipantId, string Channel);

/// <summary>
/// Takes ballots one after another and stores all that have gathered in one transaction. A vote is confirmed after the
/// commit that holds it, never before.
/// </summary>
public sealed class BallotBox(DbDataSource db, ILogger<BallotBox> log) : GroupCommit<Slip, Verdict>(db, log)
{
    /// <summary>
    /// Stores a ballot and says what became of it; <see cref="Verdict.NotEntitled"/> when this participant does not hold the
    /// pass that the slip says, or holds one that it does not say. Throws <see cref="NotStoredException"/> when the database
    /// could not store it: try again with the same attempt.
    /// </summary>
    public Task<Verdict> PutAsync(Slip slip) => DoAsync(slip);

    protected override IReadOnlyList<Verdict> Store(DbTransaction tx, IReadOnlyList<Slip> batch)
    {
        var verdicts = new Dictionary<CastBallot, Verdict>(batch.Count, ReferenceEqualityComparer.Instance);
        foreach (var poll in batch.GroupBy(slip => new Box(slip.PollId, slip.MeetingId), slip => slip.Ballot).OrderBy(poll => poll.Key.PollId))
        {
            foreach (var turn in Turns(poll))
                Store(tx, poll.Key, turn, verdicts);
        }

        return [.. batch.Select(slip => verdicts[slip.Ballot])];
    }

    /// <summary>A statement takes a voter's ballot once: who is in the batch twice gets another turn.</summary>
    private static List<List<CastBallot>> Turns(IEnumerable<CastBallot> ballots)
    {
        List<List<CastBallot>> turns = [];
        var taken = new Dictionary<byte[], int>(BallotKeys.Equality);
        foreach (var ballot in ballots)
        {
            ref var turn = ref CollectionsMarshal.GetValueRefOrAddDefault(taken, ballot.BallotKey, out _);
            if (turn == turns.Count)
                turns.Add([]);
            turns[turn++].Add(ballot);
        }

        return turns;
    }

    private static void Store(DbTransaction tx, Box box, IReadOnlyList<CastBallot> ballots, Dictionary<CastBallot, Verdict> verdicts)
    {
        Decide(AcceptSql, Verdict.Accepted, static ballot => ballot.Attempt <= 1);
        Decide(ChangeSql, Verdict.Changed, static _ => true);
        if (Undecided() is not { Count: > 0 } undecided)
            return;

        var open = tx.Find<Guid?>(OpenSql, box) is not null;
        foreach (var ballot in undecided)
            verdicts.Add(ballot, open ? Explain(tx, box, ballot) : Verdict.Closed);

        List<CastBallot> Undecided() => ballots.Where(ballot => !verdicts.ContainsKey(ballot)).ToList();

        // Takes the ballots that have no verdict yet through a statement; where it writes a row, that is the verdict.
        void Decide(string sql, Verdict verdict, Predicate<CastBallot> concerns)
        {
            var concerned = Undecided().FindAll(concerns);
            var written = tx.ExecuteTogether(sql, box, concerned, "ballot_key", static ballot => ballot.BallotKey, BallotKeys.Equality, HoldOpenSql);
            foreach (var ballot in written)
                verdicts.Add(ballot, verdict);
        }
    }

    /// <summary>What the ballots of one statement share.</summary>
    private sealed record Box(Guid PollId, Guid MeetingId);

    /// <summary>Raised hands are counted last, or somebody could raise a hand and vote.</summary>
    private const string IsOpen = "state = 'open' and not exists (select 1 from stacks where poll_id = polls.id and channel = 'hands')";

    private const string OpenSql = $"select id from polls where id = @PollId and {IsOpen}";

    /// <summary>Takes the row of an open poll, so that closing waits for this transaction.</summary>
    internal const string HoldOpenSql = $"update polls set state = state where id = @PollId and {IsOpen}";

    /// <summary>What the server remembers of the poll and of who holds a pass may be out of date; the statement knows.</summary>
    private const string PutSql =
        $"""
        insert into ballots (poll_id, ballot_key, attempt, choices, channel)
        select @PollId, BallotKey, Attempt, Choices, Channel
        from   given
        where  exists (select 1 from polls where id = @PollId and {IsOpen})
        and    (select id from passes where meeting_id = @MeetingId and participant_id = ParticipantId) is not distinct from PassId
        on conflict (poll_id, ballot_key)
        """;

    private const string AcceptSql = $"{PutSql} do nothing";

    /// <summary>A late retry of an older choice changes nothing, and what was voted on paper stands.</summary>
    private const string ChangeSql =
        $"""
        {PutSql} do update
        set    attempt = excluded.attempt, choices = excluded.choices, channel = excluded.channel
        where  ballots.attempt < excluded.attempt and ballots.stack_id is null
        """;

    /// <summary>Nothing changed: a retry of what is stored already, unless the pass is elsewhere, or has voted on paper.</summary>
    private static Verdict Explain(DbTransaction tx, Box box, CastBallot ballot)
    {
        var (held, stack) = tx.Find<(Guid?, Guid?)>(ExplainSql, new { box.PollId, box.MeetingId, ballot.BallotKey, ballot.ParticipantId });
        return held != ballot.PassId ? Verdict.NotEntitled
            : stack is not null ? Verdict.VotedOnPaper
            : Verdict.Accepted;
    }

    private const string ExplainSql =
        """
        select (select id from passes where meeting_id = @MeetingId and participant_id = @ParticipantId),
               (select stack_id from ballots where poll_id = @PollId and ballot_key = @BallotKey)
        """;
}
