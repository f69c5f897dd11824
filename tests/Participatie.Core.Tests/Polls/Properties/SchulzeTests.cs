using FsCheck;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls.Properties;

public sealed class SchulzeTests
{
    private static readonly Gen<Election> Any = RandomElections.By(new Schulze());

    [Fact]
    public void An_option_that_beats_every_other_wins() => RandomElections.All(
        Any,
        election => Assert.Equal([Champion(election)!.Value], election.Decide().Winners),
        election => election.Ballots.Count > 0 && Champion(election) is not null);

    [Fact]
    public void An_option_that_loses_to_every_other_never_wins() => RandomElections.All(
        Any,
        election => Assert.All(
            Options(election).Where(one => Others(election, one).All(other => election.Prefer(other, one) > election.Prefer(one, other))),
            loser => Assert.DoesNotContain(loser, election.DecideByLot().Winners)),
        election => election.Options > 1);

    [Fact]
    public void Each_against_each_is_what_the_ballots_say() => RandomElections.All(
        Any,
        election => Assert.Equal(
            Options(election).Select(one => Options(election).Select(other => election.Prefer(one, other))),
            election.Decide().Pairwise!.Preferred));

    [Fact]
    public void The_best_are_those_whose_chains_are_as_strong_as_the_chains_against_them() => RandomElections.All(
        Any,
        election =>
        {
            var (preferred, order) = election.Decide().Pairwise!;

            Assert.Equal(Options(election).Where(one => Others(election, one).All(other => !IsBetter(preferred, other, one))), order[0]);
        });

    [Fact]
    public void The_order_has_every_option_once_and_puts_none_above_an_option_with_a_stronger_chain() => RandomElections.All(
        Any,
        election =>
        {
            var (preferred, order) = election.Decide().Pairwise!;

            Assert.Equal(Options(election), order.SelectMany(level => level).Order());
            Assert.All(order.Index(), upper => Assert.DoesNotContain(
                order.Skip(upper.Index).SelectMany(level => level),
                lower => upper.Item.Any(one => IsBetter(preferred, lower, one))));
        });

    [Fact]
    public void Ranking_the_winner_alone_in_front_keeps_it_winning() => RandomElections.All(
        Any,
        election =>
        {
            var winner = election.Decide().Winners[0];
            var raised = election with { Ballots = [Raise(election.Ballots[0], winner), .. election.Ballots.Skip(1)] };

            Assert.Equal([winner], raised.Decide().Winners);
        },
        election => election.Decide().Winners.Count == 1);

    private static IEnumerable<int> Options(Election election) => Enumerable.Range(0, election.Options);

    private static IEnumerable<int> Others(Election election, int one) => Options(election).Where(other => other != one);

    private static int? Champion(Election election) => Options(election)
        .Where(one => Others(election, one).All(other => election.Prefer(one, other) > election.Prefer(other, one)))
        .Select(one => (int?)one).FirstOrDefault();

    private static bool IsBetter(IReadOnlyList<IReadOnlyList<int>> preferred, int one, int other) =>
        Strongest(preferred, [one], other) > Strongest(preferred, [other], one);

    /// <summary>The strongest of all chains of victories that begin like this and end there: every chain is tried.</summary>
    private static int Strongest(IReadOnlyList<IReadOnlyList<int>> preferred, int[] chain, int end) =>
        Enumerable.Range(0, preferred.Count).Except(chain).Where(next => preferred[chain[^1]][next] > preferred[next][chain[^1]])
            .Select(next => Math.Min(preferred[chain[^1]][next], next == end ? int.MaxValue : Strongest(preferred, [.. chain, next], end)))
            .DefaultIfEmpty(0).Max();

    /// <summary>Puts one option first and every other one place lower, as far as there are places.</summary>
    private static IReadOnlyList<Choice> Raise(IReadOnlyList<Choice> ballot, int winner) =>
        [new Choice(winner, 1), .. ballot.Where(choice => choice.Option != winner).Select(choice => choice with { Value = choice.Value + 1 })];
}
