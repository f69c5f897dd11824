using System.Text.Json;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls.Properties;

/// <summary>A made-up election.</summary>
internal sealed record Election(CountingMethod Method, int Options, IReadOnlyList<IReadOnlyList<Choice>> Ballots, int Entitled)
{
    public Outcome Decide(params IReadOnlyList<int> lots) => Method.Decide(new Votes(Ballots, Options, new Electorate(Entitled, Present: 0), lots));

    /// <summary>Draws lots until there is no tie any more: from each tie the first, or the option that is pointed out.</summary>
    public Outcome DecideByLot(Func<IReadOnlyList<int>, int>? draw = null)
    {
        var lots = new List<int>();
        var outcome = Decide(lots);
        while (outcome.Result == Result.Tie)
        {
            Assert.True(lots.Count <= Options, "There is no end to drawing lots.");
            lots.Add((draw ?? (tied => tied[0]))(outcome.Tied));
            outcome = Decide(lots);
        }

        Assert.Equal(lots, outcome.Lots);
        return outcome;
    }

    /// <summary>How many ballots prefer one option to another.</summary>
    public int Prefer(int one, int other) => Ballots.Count(ballot => Place(ballot, one) < Place(ballot, other));

    /// <summary>The same election without one of its ballots, for each ballot.</summary>
    public IEnumerable<Election> Smaller() =>
        Enumerable.Range(0, Ballots.Count).Select(left => this with { Ballots = [.. Ballots.Where((_, index) => index != left)] });

    public override string ToString() =>
        $"{Method}, {Options} options, {Entitled} entitled: {string.Join(" ", Ballots.Select(ballot => JsonSerializer.Serialize(ballot)))}";

    private static int Place(IReadOnlyList<Choice> ballot, int option) =>
        ballot.Where(choice => choice.Option == option).Select(choice => choice.Value!.Value).FirstOrDefault(int.MaxValue);
}
