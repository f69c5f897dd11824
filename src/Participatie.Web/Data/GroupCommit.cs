using System.Data.Common;
using System.Threading.Channels;

namespace Participatie.Web.Data;

/// <summary>
/// Takes work of many callers and does all that has gathered in one transaction: a hall that acts at once costs a few
/// commits. A caller hears the answer after the commit that holds the work, never before.
/// </summary>
/// <typeparam name="TWork">One caller's work.</typeparam>
/// <typeparam name="TAnswer">What that caller hears.</typeparam>
public abstract class GroupCommit<TWork, TAnswer>(DbDataSource db, ILogger log) : BackgroundService
{
    /// <summary>Large enough for a hall, small enough that the first does not wait for the last.</summary>
    private const int LargestBatch = 500;

    /// <summary>Shorter than the patience of a phone, so that it hears "not yet counted" from us.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly Channel<Pending> queue = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(10_000) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>
    /// Does the work. Throws <see cref="NotStoredException"/> when the database could not do it, or does not answer: then it
    /// is not confirmed, and whoever tries again hears what became of it.
    /// </summary>
    protected async Task<TAnswer> DoAsync(TWork work, CancellationToken ct)
    {
        var pending = new Pending(work, new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await queue.Writer.WriteAsync(pending, ct).AsTask().WaitAsync(Patience, ct);
            return await pending.Answer.Task.WaitAsync(Patience, ct);
        }
        catch (TimeoutException fault)
        {
            throw new NotStoredException(fault);
        }
    }

    /// <summary>Does the work of a batch in a transaction that commits afterwards.</summary>
    /// <returns>An answer for each, in the same order.</returns>
    protected abstract Task<IReadOnlyList<TAnswer>> StoreAsync(DbTransaction tx, IReadOnlyList<TWork> batch);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Pending>(LargestBatch);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var pending))
                batch.Add(pending);
            await StoreAndAnswerAsync(batch);
            batch.Clear();
        }
    }

    /// <summary>Stops only when all that was taken has been stored and answered.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    private async Task StoreAndAnswerAsync(List<Pending> batch)
    {
        try
        {
            var works = batch.ConvertAll(pending => pending.Work);
            var answers = await db.TransactAsync(tx => StoreAsync(tx, works), CancellationToken.None);
            foreach (var (pending, answer) in batch.Zip(answers))
                pending.Answer.SetResult(answer);
        }
        catch (Exception fault)
        {
            // The loop must live on: these callers are told, and try again.
            GroupCommitLog.NotStored(log, batch.Count, fault);
            foreach (var pending in batch)
                pending.Answer.SetException(new NotStoredException(fault));
        }
    }

    private sealed record Pending(TWork Work, TaskCompletionSource<TAnswer> Answer);
}

/// <summary>The database did not store it; nothing was confirmed.</summary>
public sealed class NotStoredException : Exception
{
    public NotStoredException(Exception inner)
        : base("It was not stored.", inner)
    {
    }

    public NotStoredException()
    {
    }

    public NotStoredException(string message)
        : base(message)
    {
    }

    public NotStoredException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

internal static partial class GroupCommitLog
{
    [LoggerMessage(LogLevel.Error, "The work of {Count} people could not be stored; they are asked to try again")]
    public static partial void NotStored(ILogger log, int count, Exception fault);
}
