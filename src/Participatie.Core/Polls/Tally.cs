namespace Participatie.Core.Polls;

/// <summary>What was counted.</summary>
/// <param name="Counts">For each option, in ballot order, how many ballots name it.</param>
/// <param name="Ballots">The number of ballots.</param>
public sealed record Tally(IReadOnlyList<int> Counts, int Ballots)
{
    /// <summary>Counts ballots on which every option exists.</summary>
    /// <exception cref="IndexOutOfRangeException">A ballot names an option that does not exist.</exception>
    public static Tally Of(IEnumerable<IReadOnlyList<Choice>> ballots, int options)
    {
        var counts = new int[options];
        var total = 0;
        foreach (var ballot in ballots)
        {
            total++;
            foreach (var choice in ballot)
            {
                counts[choice.Option]++;
            }
        }

        return new Tally(counts, total);
    }
}
