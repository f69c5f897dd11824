using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;

namespace Participatie.Web.Data;

/// <summary>
/// Takes work of many callers and does all that has gathered in one transaction: a hall that acts at once costs a few
/// commits. A caller hears the answer after the commit that holds the work, never before. The conversation with the
/// database has a thread of its own: it must not queue behind the hall that waits for it.
/// </summary>
/// <typeparam name="TWork">One caller's work.</typeparam>
/// <typeparam name="TAnswer">What that caller hears.</typeparam>
public abstract class GroupCommit<TWork, TAnswer>(DbDataSource db, ILogger log) : BackgroundService
{
    /// <summary>Large enough for a hall, small enough that the first does not wait for the last.</summary>
    private const int LargestBatch = 500;

    /// <summary>Shorter than the patience of a phone, so that it hears "not yet counted" from us.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Channel<Pending> queue = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>What is being stored now.</summary>
    private volatile IReadOnlyList<Pending> current = [];

    /// <summary>
    /// Does the work. Throws <see cref="NotStoredException"/> when the database could not do it, or does not answer: then it
    /// is not confirmed, and whoever tries again hears what became of it.
    /// </summary>
    protected Task<TAnswer> DoAsync(TWork work)
    {
        var pending = new Pending(work, Stopwatch.GetTimestamp());
        return queue.Writer.TryWrite(pending) ? pending.Answer.Task : QueueAsync(pending);
    }

    /// <summary>How much waits to be stored.</summary>
    public int Waiting => queue.Reader.Count;

    /// <summary>The queue is full, or closed because the server stops.</summary>
    private async Task<TAnswer> QueueAsync(Pending pending)
    {
        try
        {
            await queue.Writer.WriteAsync(pending);
        }
        catch (ChannelClosedException fault)
        {
            pending.Refuse(fault);
        }

        return await pending.Answer.Task;
    }

    /// <summary>Does the work of a batch in a transaction that commits afterwards. It may wait: the thread is its own.</summary>
    /// <returns>An answer for each, in the same order.</returns>
    protected abstract IReadOnlyList<TAnswer> Store(DbTransaction tx, IReadOnlyList<TWork> batch);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var storing = Task.Factory.StartNew(StoreAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (await Task.WhenAny(storing, Task.Delay(Look, CancellationToken.None)) != storing)
            GiveUp();
        await storing;
    }

    /// <summary>Stops only when all that was taken has been stored and answered.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    private void StoreAll()
    {
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var batch = new List<Pending>();
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var pending))
                batch.Add(pending);
            current = batch;
            StoreAndAnswer(batch);
            current = []; // who voted what is not remembered longer than it takes
        }
    }

    private void StoreAndAnswer(List<Pending> batch)
    {
        try
        {
            var answers = db.Transact(tx => Store(tx, batch.ConvertAll(pending => pending.Work)));
            Tell(() =>
            {
                foreach (var (pending, answer) in batch.Zip(answers))
                    pending.Answer.TrySetResult(answer);
            });
        }
        catch (Exception fault)
        {
            // The loop must live on: these callers are told, and try again.
            GroupCommitLog.NotStored(log, batch.Count, fault);
            Tell(() => batch.ForEach(pending => pending.Refuse(fault)));
        }
    }

    /// <summary>Told by the pool, all in one piece: from this thread each answer by itself would wake up a thread.</summary>
    private static void Tell(Action answer) => ThreadPool.UnsafeQueueUserWorkItem(static answer => answer(), answer, preferLocal: false);

    /// <summary>The database is slow: those who have waited too long are told, in this batch and behind it.</summary>
    private void GiveUp()
    {
        foreach (var pending in current.Where(HasWaitedTooLong))
            pending.Refuse(new TimeoutException());
        while (queue.Reader.TryPeek(out var first) && HasWaitedTooLong(first) && queue.Reader.TryRead(out var pending))
            pending.Refuse(new TimeoutException());
    }

    private static bool HasWaitedTooLong(Pending pending) => Stopwatch.GetElapsedTime(pending.Since) > Patience;

    private sealed record Pending(TWork Work, long Since)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Refuse(Exception fault) => Answer.TrySetException(new NotStoredException(fault));
    }
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
