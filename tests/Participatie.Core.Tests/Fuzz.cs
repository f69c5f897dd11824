using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Participatie.Testing;

/// <summary>
/// Statements that are tried on made-up cases. A short run tries a few, always the same ones; PARTICIPATIE_FUZZ is how many
/// to try at night, other ones each time.
/// </summary>
internal static class Fuzz
{
    private static readonly int? Asked =
        int.TryParse(Environment.GetEnvironmentVariable("PARTICIPATIE_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : null;

    public static bool IsLongRun => Asked is not null;

    /// <summary>Tries a statement; a case for which it does not hold is made as small as can be.</summary>
    /// <param name="cases">How to make one up.</param>
    /// <param name="statement">Throws where it does not hold.</param>
    /// <param name="shortRun">How many cases in a short run.</param>
    /// <param name="costs">How many times as long a case takes as one of a plain function: a long run has as many times fewer of them.</param>
    public static void All<T>(Arbitrary<T> cases, Action<T> statement, int shortRun = 300, int costs = 1) =>
        Prop.ForAll(cases, statement).Check(Config(shortRun, costs));

    /// <summary>The same for a statement that takes its time. Cases come one after another, so a thread waits for each.</summary>
    public static Task AllAsync<T>(Arbitrary<T> cases, Func<T, Task> statement, int shortRun = 300, int costs = 1) =>
        Task.Run(() => All(cases, one => statement(one).GetAwaiter().GetResult(), shortRun, costs));

    private static Config Config(int shortRun, int costs)
    {
        var config = FsCheck.Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(Asked is { } asked ? Math.Max(asked / costs, 1) : shortRun);
        return IsLongRun ? config : config.WithReplay(seed: 1848, gamma: 31);
    }
}
