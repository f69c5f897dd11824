using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls.Elections;

/// <summary>
/// The same ballots, two methods, two winners: the one with the fewest first preferences beats each of the others. That is
/// why a table chooses its method before it votes.
/// </summary>
public sealed class AlaskaTests
{
    private const int Begich = 0;
    private const int Palin = 1;
    private const int Peltola = 2;

    private static readonly string[] Candidates = ["Begich, Nick", "Palin, Sarah", "Peltola, Mary S."];

    private static readonly Votes Votes = new(
        [.. PublishedFile.Read("alaska-2022.csv").Rows.SelectMany(row => Enumerable.Repeat(Ballot(row), PublishedFile.Number(row[^1])))], 3, default, []);

    [Fact]
    public void Instant_run_off_drops_Begich_and_elects_Peltola()
    {
        var outcome = new InstantRunoff().Decide(Votes);

        Assert.Equal([Peltola], outcome.Winners);
        Assert.Equal(188_581, outcome.Tally.Ballots);
        Assert.Equal([53_810, 58_972, 75_799], outcome.Tally.Counts);
        Assert.Collection(
            outcome.Rounds!,
            first => Assert.Equivalent(new Round([53_810, 58_972, 75_799], Exhausted: 0, Dropped: [Begich], ByLot: false), first, strict: true),
            second => Assert.Equivalent(new Round([null, 86_042, 91_276], Exhausted: 11_263, Dropped: [], ByLot: false), second, strict: true));
    }

    [Fact]
    public void Schulze_elects_Begich_who_beats_each_of_the_others()
    {
        var outcome = new Schulze().Decide(Votes);

        Assert.Equal([Begich], outcome.Winners);
        Assert.Equal([[0, 101_229, 87_883], [63_619, 0, 86_042], [79_458, 91_276, 0]], outcome.Pairwise!.Preferred);
        Assert.Equal([[Begich], [Peltola], [Palin]], outcome.Pairwise.Order);
    }

    private static IReadOnlyList<Choice> Ballot(string[] row) =>
        [.. row[..^1].Where(name => name.Length > 0).Select((name, index) => new Choice(Array.IndexOf(Candidates, name), index + 1))];
}
