namespace Participatie.Core.Polls;

/// <summary>Each option against each other.</summary>
/// <param name="Preferred">Row by row: how many ballots prefer the option of the row to the option of the column.</param>
/// <param name="Order">The options from best to worst; nothing on a level or below it is better than an option on that level.</param>
public sealed record Pairwise(IReadOnlyList<IReadOnlyList<int>> Preferred, IReadOnlyList<IReadOnlyList<int>> Order);

/// <summary>
/// Ranking, counted by the Schulze method: options are compared two by two, and the option whose strongest paths of
/// victories beat those of all others is chosen. An option that beats every other one by one always wins. A ballot
/// prefers what it ranks to what it leaves out, and says nothing about options on a level (M. Schulze, "A new monotonic,
/// clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and
/// Welfare 36, 2011; strength of a victory: the votes for it).
/// </summary>
public sealed record Schulze : Ranking
{
    public const string MethodName = "schulze";

    public override string Name => MethodName;

    protected override bool TakesEqualRanks => true;

    public override Outcome Decide(Votes votes)
    {
        var preferred = Compare(votes);
        var order = Order(StrongestPaths(preferred));
        var outcome = new Outcome(Result.Chosen, FirstPreferences(votes)) { Pairwise = new Pairwise(preferred, order) };
        var drawn = votes.Lots.Where(order[0].Contains).Take(1).ToList();
        return votes.Ballots.Count == 0 ? outcome with { Result = Result.NoVotes }
            : order[0].Count == 1 ? outcome with { Winners = order[0] }
            : drawn.Count == 1 ? outcome with { Winners = drawn, Lots = drawn }
            : outcome with { Result = Result.Tie, Tied = order[0] };
    }

    private static Tally FirstPreferences(Votes votes)
    {
        var counts = new int[votes.Options];
        foreach (var ballot in votes.Ballots)
        {
            var best = ballot.Min(choice => choice.Value);
            foreach (var choice in ballot.Where(choice => choice.Value == best))
                counts[choice.Option]++;
        }

        return new Tally(counts, votes.Ballots.Count);
    }

    private static int[][] Compare(Votes votes)
    {
        var preferred = Square(votes.Options, (_, _) => 0);
        var ranks = new int[votes.Options];
        foreach (var ballot in votes.Ballots)
        {
            Array.Fill(ranks, int.MaxValue);
            foreach (var choice in ballot)
                ranks[choice.Option] = choice.Value!.Value;
            for (var one = 0; one < ranks.Length; one++)
            {
                for (var other = 0; other < ranks.Length; other++)
                {
                    if (ranks[one] < ranks[other])
                        preferred[one][other]++;
                }
            }
        }

        return preferred;
    }

    /// <summary>The strength of the strongest path from each option to each other (Floyd and Warshall's algorithm, with maximum and minimum).</summary>
    private static int[][] StrongestPaths(int[][] preferred)
    {
        var options = preferred.Length;
        var paths = Square(options, (one, other) => preferred[one][other] > preferred[other][one] ? preferred[one][other] : 0);
        for (var via = 0; via < options; via++)
        {
            for (var one = 0; one < options; one++)
            {
                for (var other = 0; other < options; other++)
                {
                    if (one != other)
                        paths[one][other] = Math.Max(paths[one][other], Math.Min(paths[one][via], paths[via][other]));
                }
            }
        }

        return paths;
    }

    /// <summary>Level by level the options that none of those left is better than; "better" is transitive, so there always are some.</summary>
    private static List<IReadOnlyList<int>> Order(int[][] paths)
    {
        var levels = new List<IReadOnlyList<int>>();
        var left = Enumerable.Range(0, paths.Length).ToList();
        while (left.Count > 0)
        {
            var best = left.Where(one => left.TrueForAll(other => paths[one][other] >= paths[other][one])).ToList();
            levels.Add(best);
            left.RemoveAll(best.Contains);
        }

        return levels;
    }

    private static int[][] Square(int size, Func<int, int, int> value) =>
        [.. Enumerable.Range(0, size).Select(one => Enumerable.Range(0, size).Select(other => value(one, other)).ToArray())];
}
