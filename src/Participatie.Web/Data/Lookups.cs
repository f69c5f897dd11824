namespace Participatie.Web.Data;

/// <summary>
/// Answers many questions with few queries: while one query is on its way, the keys that others ask for gather for the
/// next. A storm of reconnecting phones costs a handful of queries, not one for each.
/// </summary>
/// <param name="read">Reads the values of up to <see cref="LargestBatch"/> keys; a key without a value is left out.</param>
public sealed class Lookups<TKey, TValue>(Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> read)
    where TKey : notnull
    where TValue : class
{
    public const int LargestBatch = 250;

    private readonly Lock gate = new();
    private readonly Queue<(TKey Key, TaskCompletionSource<TValue?> Answer)> waiting = new();
    private bool reading;

    /// <summary>The value of a key as the database has it now; null when it has none.</summary>
    public Task<TValue?> FindAsync(TKey key)
    {
        var answer = new TaskCompletionSource<TValue?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue((key, answer));
            if (reading)
                return answer.Task;
            reading = true;
        }

        _ = ReadAllAsync();
        return answer.Task;
    }

    private async Task ReadAllAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                var values = await read([.. batch.Select(question => question.Key).Distinct()]);
                foreach (var (key, answer) in batch)
                    answer.SetResult(values.GetValueOrDefault(key));
            }
            catch (Exception fault)
            {
                // Whoever asked hears it; whoever asks next is a new try.
                foreach (var (_, answer) in batch)
                    answer.TrySetException(fault);
            }
        }
    }

    private List<(TKey Key, TaskCompletionSource<TValue?> Answer)> Take()
    {
        var batch = new List<(TKey, TaskCompletionSource<TValue?>)>();
        lock (gate)
        {
            while (batch.Count < LargestBatch && waiting.TryDequeue(out var question))
                batch.Add(question);
            reading = batch.Count > 0;
        }

        return batch;
    }
}
