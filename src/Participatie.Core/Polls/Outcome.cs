namespace Participatie.Core.Polls;

/// <summary>What a tally means.</summary>
public enum Result
{
    /// <summary>Nobody voted, or nobody but abstainers.</summary>
    NoVotes,

    /// <summary>Fewer people voted than the quorum asks.</summary>
    NoQuorum,

    /// <summary>The proposal has its majority.</summary>
    Adopted,

    /// <summary>The proposal lacks its majority.</summary>
    Rejected,

    /// <summary>As many options won as there were to choose.</summary>
    Chosen,

    /// <summary>An option leads, but lacks the majority that was asked.</summary>
    NoMajority,

    /// <summary>Equal numbers: nothing breaks it silently. A lot may be drawn.</summary>
    Tie,

    /// <summary>One proposal got its points; there was nothing to choose between.</summary>
    Rated,

    /// <summary>Nobody objects.</summary>
    Consented,

    /// <summary>There are objections, to be heard first.</summary>
    Objected,
}

/// <summary>The verdict of a poll, kept with the poll from the moment it closes.</summary>
/// <param name="Result">The verdict in a word.</param>
/// <param name="Tally">The numbers behind it.</param>
public sealed record Outcome(Result Result, Tally Tally)
{
    /// <summary>The options that won.</summary>
    public IReadOnlyList<int> Winners { get; init; } = [];

    /// <summary>In a tie, the options between which a lot decides.</summary>
    public IReadOnlyList<int> Tied { get; init; } = [];

    /// <summary>The options that were drawn by lot, in the order of drawing.</summary>
    public IReadOnlyList<int> Lots { get; init; } = [];

    /// <summary>The number of votes that the majority asked; null where the most votes win.</summary>
    public int? Needed { get; init; }

    /// <summary>The number of ballots that the quorum asked; null without one.</summary>
    public int? Quorum { get; init; }

    /// <summary>Who might have voted.</summary>
    public Electorate Electorate { get; init; }

    /// <summary>How many ballots came through each door. Never what was on them.</summary>
    public IReadOnlyDictionary<Channel, int> Channels { get; init; } = new Dictionary<Channel, int>();

    /// <summary>The rounds of an instant run-off; null for every other method.</summary>
    public IReadOnlyList<Round>? Rounds { get; init; }

    /// <summary>The pairwise comparison of the Schulze method; null for every other method.</summary>
    public Pairwise? Pairwise { get; init; }

    /// <summary>The points of each option, in ballot order, of a score; null for every other method.</summary>
    public IReadOnlyList<Rating>? Ratings { get; init; }

    /// <summary>The concerns and objections in the voters' words, of consent; null for every other method.</summary>
    public IReadOnlyList<Choice>? Reasons { get; init; }

    /// <summary>True when so few voted that numbers would tell who chose what: then only the verdict is kept.</summary>
    public bool CountsHidden => Tally.Counts.Count == 0;

    /// <summary>The verdict alone, without any number that would tell what few people chose.</summary>
    internal Outcome WithoutCounts() => new(Result, Tally with { Counts = [] })
    {
        Winners = Winners,
        Tied = Tied,
        Lots = Lots,
        Quorum = Quorum,
        Electorate = Electorate,
        Channels = Channels,
    };

    /// <summary>The options with the most votes win; equal numbers for the last place are a tie, until lots fill the places.</summary>
    /// <param name="winners">How many options are chosen. An option without any vote never is.</param>
    internal static Outcome ByMostVotes(Tally tally, int winners, IReadOnlyList<int> lots)
    {
        var seated = new List<int>();
        var groups = tally.Counts.Select((count, option) => (count, option)).Where(pair => pair.count > 0)
            .GroupBy(pair => pair.count, pair => pair.option).OrderByDescending(group => group.Key);
        foreach (var group in groups)
        {
            var equals = group.ToList();
            var places = winners - seated.Count;
            if (equals.Count <= places)
            {
                seated.AddRange(equals);
                continue;
            }

            var drawn = places == 0 ? [] : lots.Where(equals.Contains).Distinct().Take(places).ToList();
            seated.AddRange(drawn);
            return drawn.Count == places
                ? new Outcome(Result.Chosen, tally) { Winners = [.. seated.Order()], Lots = drawn }
                : new Outcome(Result.Tie, tally) { Winners = [.. seated.Order()], Tied = [.. equals.Except(drawn)], Lots = drawn };
        }

        return new Outcome(seated.Count == 0 ? Result.NoVotes : Result.Chosen, tally) { Winners = [.. seated.Order()] };
    }
}
