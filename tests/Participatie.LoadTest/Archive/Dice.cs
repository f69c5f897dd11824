namespace Participatie.LoadTest.Archive;

/// <summary>Chance that falls the same way each time, so that two measurements are of the same thing (splitmix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 to below <paramref name="sides"/>.</summary>
    public int Roll(int sides) => (int)(Next() % (ulong)sides);

    /// <summary>From 0 to below 1.</summary>
    public double Fraction() => (Next() >> 11) / (double)(1UL << 53);

    public T Pick<T>(IReadOnlyList<T> from) => from[Roll(from.Count)];

    public T[] Shuffle<T>(IEnumerable<T> all) => [.. all.Select(one => (one, key: Next())).OrderBy(pair => pair.key).Select(pair => pair.one)];

    private ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15);
        var mixed = unchecked((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
