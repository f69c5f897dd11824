namespace Participatie.Core.Polls;

/// <summary>What was counted.</summary>
/// <param name="Counts">For each option, in ballot order, its votes; points, dots or first preferences where the method has those.</param>
/// <param name="Ballots">The number of ballots.</param>
public sealed record Tally(IReadOnlyList<int> Counts, int Ballots)
{
    /// <summary>Counts how many ballots name each option.</summary>
    /// <exception cref="IndexOutOfRangeException">A ballot names an option that does not exist.</exception>
    public static Tally OfMarks(Votes votes) => Of(votes, _ => 1);

    /// <summary>Adds up the points that ballots give to each option.</summary>
    public static Tally OfValues(Votes votes) => Of(votes, choice => choice.Value!.Value);

    private static Tally Of(Votes votes, Func<Choice, int> weight)
    {
        var counts = new int[votes.Options];
        foreach (var ballot in votes.Ballots)
        {
            foreach (var choice in ballot)
                counts[choice.Option] += weight(choice);
        }

        return new Tally(counts, votes.Ballots.Count);
    }
}
