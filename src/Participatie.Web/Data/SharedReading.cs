using System.Collections.Concurrent;

namespace Participatie.Web.Data;

/// <summary>Those who ask for the same thing while it is being read share one reading: a hall that asks at once costs one.</summary>
public sealed class SharedReading<TKey, TValue>(Func<TKey, Task<TValue>> read)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> underWay = new();

    public async Task<TValue> ReadAsync(TKey key)
    {
        var reading = underWay.GetOrAdd(key, asked => new Lazy<Task<TValue>>(() => read(asked)));
        try
        {
            return await reading.Value;
        }
        finally
        {
            underWay.TryRemove(KeyValuePair.Create(key, reading));
        }
    }
}
