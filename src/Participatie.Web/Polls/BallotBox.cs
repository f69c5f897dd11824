using System.Data.Common;
using System.Threading.Channels;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>A ballot on its way to the database.</summary>
/// <param name="Attempt">Grows with each new choice of the same voter.</param>
/// <param name="PassId">The pass it is cast with; null when cast with the meeting's code only.</param>
/// <param name="Channel">The door it came through, as the database keeps it.</param>
public sealed record Slip(Guid PollId, byte[] BallotKey, long Attempt, string Choices, Guid? PassId, Guid ParticipantId, string Channel);

/// <summary>
/// Takes ballots one after another and stores all that have gathered in one transaction: a hall that votes at once
/// costs a few commits. A vote is confirmed after the commit that holds it, never before.
/// </summary>
public sealed class BallotBox(DbDataSource db, ILogger<BallotBox> log) : BackgroundService
{
    /// <summary>Large enough for a hall, small enough that the first voter does not wait for the last.</summary>
    private const int LargestBatch = 500;

    private readonly Channel<Pending> queue = System.Threading.Channels.Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(10_000) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Stores a ballot and says what became of it. Throws when the database could not store it: try again with the same attempt.</summary>
    public async Task<Verdict> PutAsync(Slip slip, CancellationToken ct)
    {
        var pending = new Pending(slip, new TaskCompletionSource<Verdict>(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(pending, ct);
        return await pending.Confirmation.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Pending>(LargestBatch);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var pending))
                batch.Add(pending);
            await StoreAndConfirmAsync(batch);
            batch.Clear();
        }
    }

    /// <summary>Stops only when every ballot that was taken has been stored and confirmed.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    private async Task StoreAndConfirmAsync(List<Pending> batch)
    {
        try
        {
            var verdicts = await db.TransactAsync(tx => StoreAsync(tx, batch), CancellationToken.None);
            foreach (var (pending, verdict) in batch.Zip(verdicts))
                pending.Confirmation.SetResult(verdict);
        }
        catch (Exception fault)
        {
            // The box must live on: these voters are told "not yet counted" and their phones try again.
            BallotBoxLog.NotStored(log, batch.Count, fault);
            foreach (var pending in batch)
                pending.Confirmation.SetException(new BallotNotStoredException(fault));
        }
    }

    private static async Task<List<Verdict>> StoreAsync(DbTransaction tx, List<Pending> batch)
    {
        var open = new Dictionary<Guid, bool>();
        foreach (var pollId in batch.Select(pending => pending.Slip.PollId).Distinct().Order())
            open[pollId] = await tx.ExecuteAsync(HoldOpenSql, new { pollId }, CancellationToken.None) > 0;

        var verdicts = new List<Verdict>(batch.Count);
        foreach (var pending in batch)
            verdicts.Add(open[pending.Slip.PollId] ? await StoreAsync(tx, pending.Slip) : Verdict.Closed);
        return verdicts;
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

    private static async Task<Verdict> StoreAsync(DbTransaction tx, Slip slip)
    {
        var withPass = slip.PassId is not null;
        if (await tx.ExecuteAsync(withPass ? InsertWithPassSql : InsertSql, slip, CancellationToken.None) > 0)
            return Verdict.Accepted;
        if (await tx.ExecuteAsync(withPass ? ChangeWithPassSql : ChangeSql, slip, CancellationToken.None) > 0)
            return Verdict.Changed;

        // Nothing changed: a retry of what is stored already, unless the pass has moved to another phone meanwhile, or has
        // voted on paper.
        if (withPass && await tx.FindAsync<int>(HoldsPassSql, slip, CancellationToken.None) == 0)
            return Verdict.NotEntitled;
        return await tx.FindAsync<Guid?>(StackSql, slip, CancellationToken.None) is null ? Verdict.Accepted : Verdict.VotedOnPaper;
    }

    private const string InsertSql =
        """
        insert into ballots (poll_id, ballot_key, attempt, choices, channel)
        values (@PollId, @BallotKey, @Attempt, @Choices, @Channel)
        on conflict (poll_id, ballot_key) do nothing
        """;

    private const string InsertWithPassSql =
        """
        insert into ballots (poll_id, ballot_key, attempt, choices, channel)
        select @PollId, @BallotKey, @Attempt, @Choices, @Channel
        from   passes
        where  id = @PassId and participant_id = @ParticipantId
        on conflict (poll_id, ballot_key) do nothing
        """;

    /// <summary>A late retry of an older choice changes nothing.</summary>
    private const string ChangeSql =
        """
        update ballots
        set    attempt = @Attempt, choices = @Choices, channel = @Channel
        where  poll_id = @PollId and ballot_key = @BallotKey and attempt < @Attempt and stack_id is null
        """;

    private const string ChangeWithPassSql =
        ChangeSql + " and exists (select 1 from passes where id = @PassId and participant_id = @ParticipantId)";

    private const string HoldsPassSql = "select count(*) from passes where id = @PassId and participant_id = @ParticipantId";

    private const string StackSql = "select stack_id from ballots where poll_id = @PollId and ballot_key = @BallotKey";

    private sealed record Pending(Slip Slip, TaskCompletionSource<Verdict> Confirmation);
}

/// <summary>The database did not store the ballot; nothing was confirmed.</summary>
public sealed class BallotNotStoredException : Exception
{
    public BallotNotStoredException(Exception inner)
        : base("The ballot was not stored.", inner)
    {
    }

    public BallotNotStoredException()
    {
    }

    public BallotNotStoredException(string message)
        : base(message)
    {
    }

    public BallotNotStoredException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

internal static partial class BallotBoxLog
{
    [LoggerMessage(LogLevel.Error, "{Count} ballots could not be stored; their voters are asked to try again")]
    public static partial void NotStored(ILogger log, int count, Exception fault);
}
