using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>A ballot on its way to the database.</summary>
/// <param name="Attempt">Grows with each new choice of the same voter.</param>
/// <param name="PassId">The pass it is cast with; null when cast with the meeting's code only.</param>
/// <param name="Channel">The door it came through, as the database keeps it.</param>
public sealed record Slip(
    Guid PollId, Guid MeetingId, byte[] BallotKey, long Attempt, string Choices, Guid? PassId, Guid ParticipantId, string Channel);

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
        var open = new HashSet<Guid>();
        foreach (var pollId in batch.Select(slip => slip.PollId).Distinct().Order())
        {
            if (tx.Execute(HoldOpenSql, new { pollId }) > 0)
                open.Add(pollId);
        }

        var verdicts = batch.Select(slip => open.Contains(slip.PollId) ? (Verdict?)null : Verdict.Closed).ToArray();
        // Who comes back mostly changes a vote: what is likely is tried first, and nothing depends on it.
        Decide(ChangeSql, Verdict.Changed, static slip => slip.Attempt > 1);
        Decide(InsertSql, Verdict.Accepted, static _ => true);
        Decide(ChangeSql, Verdict.Changed, static _ => true);
        for (var index = 0; index < batch.Count; index++)
            verdicts[index] ??= Explain(tx, batch[index]);
        return [.. verdicts.OfType<Verdict>()];

        // Takes the slips that have no verdict yet through a statement; where it changes a row, that is the verdict.
        void Decide(string sql, Verdict verdict, Func<Slip, bool> concerns)
        {
            var undecided = Enumerable.Range(0, batch.Count).Where(index => verdicts[index] is null && concerns(batch[index])).ToList();
            var changed = tx.ExecuteEach(sql, undecided.ConvertAll(index => batch[index]));
            foreach (var (index, rows) in undecided.Zip(changed))
            {
                if (rows > 0)
                    verdicts[index] = verdict;
            }
        }
    }

    /// <summary>
    /// Takes the poll's row, so that closing waits for this batch; no row means that the poll has closed, or that the
    /// raised hands have been counted: they come last, or somebody could raise a hand and vote.
    /// </summary>
    internal const string HoldOpenSql =
        """
        update polls
        set    state = state
        where  id = @pollId and state = 'open'
        and    not exists (select 1 from stacks where poll_id = @pollId and channel = 'hands')
        """;

    /// <summary>
    /// What the server remembers of who holds a pass may be out of date; the statement knows. Written as one comparison,
    /// because PostgreSQL plans a condition that depends on a parameter anew for every vote.
    /// </summary>
    private const string HoldsPassSql = $"({HeldSql}) is not distinct from @PassId";

    private const string InsertSql =
        $"""
        insert into ballots (poll_id, ballot_key, attempt, choices, channel)
        select @PollId, @BallotKey, @Attempt, @Choices, @Channel
        where  {HoldsPassSql}
        on conflict (poll_id, ballot_key) do nothing
        """;

    /// <summary>A late retry of an older choice changes nothing, and what was voted on paper stands.</summary>
    private const string ChangeSql =
        $"""
        update ballots
        set    attempt = @Attempt, choices = @Choices, channel = @Channel
        where  poll_id = @PollId and ballot_key = @BallotKey and attempt < @Attempt and stack_id is null
        and    {HoldsPassSql}
        """;

    /// <summary>Nothing changed: a retry of what is stored already, unless the pass is elsewhere, or has voted on paper.</summary>
    private static Verdict Explain(DbTransaction tx, Slip slip)
    {
        var held = tx.Find<Guid?>(HeldSql, slip);
        return held != slip.PassId ? Verdict.NotEntitled
            : tx.Find<Guid?>(StackSql, slip) is not null ? Verdict.VotedOnPaper
            : Verdict.Accepted;
    }

    private const string HeldSql = "select id from passes where meeting_id = @MeetingId and participant_id = @ParticipantId";

    private const string StackSql = "select stack_id from ballots where poll_id = @PollId and ballot_key = @BallotKey";
}
