using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls.Elections;

public sealed class PortlandTests
{
    private static readonly PublishedFile Rounds = PublishedFile.Read("portland-2015-sample.rounds.csv");

    private static readonly string[] Candidates = [.. Rounds.Rows.Where(row => row is ["1", ..]).Select(row => row[1])];

    private static readonly IReadOnlyList<IReadOnlyList<Choice>> Ballots =
        [.. PublishedFile.Read("portland-2015-sample.csv").Rows.Select(Ballot).Where(ballot => ballot.Count > 0)];

    [Fact]
    public void One_of_the_ninety_nine_ballots_names_nobody_and_the_others_are_valid()
    {
        Assert.Equal(98, Ballots.Count);
        Assert.All(Ballots, ballot => Assert.True(new InstantRunoff().Accepts(ballot, Candidates.Length)));
    }

    [Fact]
    public void Every_round_has_the_votes_and_the_losers_that_were_published()
    {
        var outcome = Decide();

        Assert.Equal(
            Rounds.Rows.Select(row => string.Join(" | ", row)),
            from round in outcome.Rounds!.Index()
            from candidate in Candidates.Index()
            where round.Item.Counts[candidate.Index] is not null
            select $"{round.Index + 1} | {candidate.Item} | {round.Item.Counts[candidate.Index]} | {Fate(outcome, round.Item, candidate.Index)}");
    }

    [Fact]
    public void Lots_were_needed_for_the_two_pairs_that_were_equally_last() =>
        Assert.Equal(["Rathband, Jed", "Vail, Christopher L."], Decide().Lots.Select(lot => Candidates[lot]));

    /// <summary>Draws lots until the election is decided, each as Portland's order of candidates did.</summary>
    private static Outcome Decide()
    {
        var lots = new List<int>();
        while (true)
        {
            var outcome = new InstantRunoff().Decide(new Votes(Ballots, Candidates.Length, default, lots));
            if (outcome.Result != Result.Tie)
                return outcome;
            lots.Add(outcome.Tied.Single(option => IsEliminated(outcome.Rounds!.Count, Candidates[option])));
        }
    }

    private static bool IsEliminated(int round, string candidate) =>
        Rounds.Rows.Where(row => row[3] is "eliminated").Any(row => PublishedFile.Number(row[0]) == round && string.Equals(row[1], candidate, StringComparison.Ordinal));

    private static string Fate(Outcome outcome, Round round, int candidate) =>
        round.Dropped.Contains(candidate) ? "eliminated"
        : round == outcome.Rounds![^1] && outcome.Winners.Contains(candidate) ? "elected"
        : "";

    /// <summary>Reads a ballot by the rules of Portland: see the README.</summary>
    private static IReadOnlyList<Choice> Ballot(string[] ranks)
    {
        var end = Array.FindIndex(ranks, rank => rank is "overvote") is >= 0 and var overvote ? overvote : ranks.Length;
        for (var rank = 1; rank < end; rank++)
        {
            if (ranks[rank - 1].Length == 0 && ranks[rank].Length == 0)
                end = rank;
        }

        return [.. ranks[..end].Where(name => name.Length > 0).Distinct().Select((name, index) => new Choice(Array.IndexOf(Candidates, name), index + 1))];
    }
}
