namespace Participatie.Core.Polls;

/// <summary>One round of an instant run-off.</summary>
/// <param name="Counts">For each option, in ballot order, the ballots that put it first of those still in; null once it is out.</param>
/// <param name="Exhausted">Ballots that name none of those still in.</param>
/// <param name="Dropped">The options that fall out after this round.</param>
/// <param name="ByLot">True when a lot decided which option fell out.</param>
public sealed record Round(IReadOnlyList<int?> Counts, int Exhausted, IReadOnlyList<int> Dropped, bool ByLot);

/// <summary>
/// Ranking, counted by instant run-off (the alternative vote): an option with more than half of the ballots that still
/// count is chosen; otherwise the weakest falls out and its ballots go to their next preference. Options that together
/// have fewer votes than the next one fall out in one round, for none of them could catch up (batch elimination, as in
/// the rules of Maine and the RCTab tabulator). When it is a tie which option falls out, a lot decides, never the order
/// on the ballot.
/// </summary>
public sealed record InstantRunoff : Ranking
{
    public const string MethodName = "instantRunoff";

    public override string Name => MethodName;

    protected override bool TakesEqualRanks => false;

    public override Outcome Decide(Votes votes)
    {
        var ballots = votes.Ballots.Select(ballot => ballot.OrderBy(choice => choice.Value).Select(choice => choice.Option).ToArray()).ToList();
        var standing = Enumerable.Range(0, votes.Options).ToHashSet();
        var (rounds, drawn) = (new List<Round>(), new List<int>());
        while (true)
        {
            var round = Count(ballots, standing, votes.Options);
            var outcome = new Outcome(Result.Chosen, new Tally([.. (rounds.FirstOrDefault() ?? round).Counts.Select(count => count ?? 0)], ballots.Count)) { Lots = drawn };
            var active = ballots.Count - round.Exhausted;
            if (active == 0)
                return outcome with { Result = Result.NoVotes, Rounds = [.. rounds, round] };
            if (standing.Where(option => round.Counts[option] * 2L > active).ToList() is [var winner])
                return outcome with { Winners = [winner], Rounds = [.. rounds, round] };

            var weakest = Weakest(round, standing);
            if (weakest.Tied)
            {
                if (votes.Lots.Where(weakest.Options.Contains).Take(1).ToList() is not [var lot])
                    return outcome with { Result = Result.Tie, Tied = weakest.Options, Rounds = [.. rounds, round] };
                drawn.Add(lot);
                weakest = weakest with { Options = [lot] };
            }

            rounds.Add(round with { Dropped = weakest.Options, ByLot = weakest.Tied });
            standing.ExceptWith(weakest.Options);
        }
    }

    private static Round Count(List<int[]> ballots, HashSet<int> standing, int options)
    {
        var counts = new int[options];
        var exhausted = 0;
        foreach (var ballot in ballots)
        {
            var preferred = Array.FindIndex(ballot, standing.Contains);
            if (preferred < 0)
                exhausted++;
            else
                counts[ballot[preferred]]++;
        }

        return new Round([.. counts.Select((count, option) => standing.Contains(option) ? count : (int?)null)], exhausted, [], ByLot: false);
    }

    /// <summary>The options that cannot catch up with the next one; or else those that are equally last.</summary>
    private static (IReadOnlyList<int> Options, bool Tied) Weakest(Round round, HashSet<int> standing)
    {
        var ascending = standing.OrderBy(option => round.Counts[option]).ThenBy(option => option).ToList();
        var (together, hopeless) = (0L, 0);
        for (var index = 0; index < ascending.Count - 1; index++)
        {
            together += round.Counts[ascending[index]]!.Value;
            if (together < round.Counts[ascending[index + 1]])
                hopeless = index + 1;
        }

        return hopeless > 0
            ? ([.. ascending.Take(hopeless).Order()], false)
            : ([.. ascending.TakeWhile(option => round.Counts[option] == round.Counts[ascending[0]])], true);
    }
}
