namespace Participatie.LoadTest.Measures;

/// <summary>How long something took: for half of those who did it, for nearly all, for the last.</summary>
internal sealed record Samples(TimeSpan P50, TimeSpan P95, TimeSpan P99, TimeSpan Max)
{
    public static Samples Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToArray();
        TimeSpan At(double part) => sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
        return sorted.Length == 0 ? new Samples(default, default, default, default) : new Samples(At(0.5), At(0.95), At(0.99), sorted[^1]);
    }

    /// <summary>What is usual: of each quantity, the median of the rounds. A machine that others use too has its moments.</summary>
    public static Samples Median(IReadOnlyList<Samples> rounds) =>
        new(rounds.Median(round => round.P50), rounds.Median(round => round.P95), rounds.Median(round => round.P99), rounds.Median(round => round.Max));
}

internal static class Medians
{
    public static TimeSpan Median<T>(this IEnumerable<T> rounds, Func<T, TimeSpan> quantity) =>
        TimeSpan.FromTicks((long)rounds.Median(round => (double)quantity(round).Ticks));

    public static double Median<T>(this IEnumerable<T> rounds, Func<T, double> quantity)
    {
        var sorted = rounds.Select(quantity).Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
