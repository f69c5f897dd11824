using System.Text.Json;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls.Properties;

/// <summary>What every method owes to every voter and every option.</summary>
public sealed class FairnessTests
{
    [Fact]
    public void The_order_of_ballots_never_changes_an_outcome() => RandomElections.All(
        RandomElections.ByAnyMethod,
        election =>
        {
            var reversed = election with { Ballots = [.. election.Ballots.Reverse()] };
            var sorted = election with { Ballots = [.. election.Ballots.OrderBy(Text, StringComparer.Ordinal)] };

            Assert.Equal(Text(election.DecideByLot()), Text(reversed.DecideByLot()));
            Assert.Equal(Text(election.DecideByLot()), Text(sorted.DecideByLot()));
        });

    [Fact]
    public void The_order_of_marks_on_a_ballot_never_changes_an_outcome() => RandomElections.All(
        RandomElections.ByAnyMethod,
        election =>
        {
            var turned = election with { Ballots = [.. election.Ballots.Select(ballot => ballot.Reverse().ToList())] };

            Assert.Equal(Text(election.DecideByLot()), Text(turned.DecideByLot()));
        });

    [Fact]
    public void The_order_of_options_never_changes_an_outcome() => RandomElections.All(
        RandomElections.ByAnyMethod,
        election =>
        {
            var turned = election with { Ballots = [.. election.Ballots.Select(ballot => ballot.Select(choice => choice with { Option = Turn(choice.Option) }).ToList())] };
            var (first, second) = (election.Decide(), turned.Decide());
            var (firstByLot, secondByLot) = (election.DecideByLot(tied => tied[0]), turned.DecideByLot(tied => tied.Single(option => Turn(option) == tied.Min(Turn))));

            Assert.Equal(first.Result, second.Result);
            Assert.Equal(first.Tally.Counts, second.Tally.Counts.Select((_, option) => second.Tally.Counts[Turn(option)]));
            Assert.Equal(first.Tied, second.Tied.Select(Turn).Order());
            Assert.Equal(first.Winners, second.Winners.Select(Turn).Order());
            Assert.Equal(firstByLot.Lots, secondByLot.Lots.Select(Turn));
            Assert.Equal(firstByLot.Winners, secondByLot.Winners.Select(Turn).Order());

            int Turn(int option) => election.Options - 1 - option;
        },
        election => election.Method is not (YesNoAbstain or Consent));

    [Fact]
    public void Drawing_lots_always_ends_in_a_decision() => RandomElections.All(
        RandomElections.ByAnyMethod,
        election =>
        {
            var (first, last) = (election.DecideByLot(), election.DecideByLot(tied => tied[^1]));

            Assert.NotEqual(Result.Tie, first.Result);
            Assert.NotEqual(Result.Tie, last.Result);
        },
        election => election.Decide().Result == Result.Tie);

    [Fact]
    public void Only_a_tie_has_options_to_draw_between_and_then_at_least_two() => RandomElections.All(
        RandomElections.ByAnyMethod,
        election =>
        {
            var outcome = election.Decide();

            Assert.Equal(outcome.Result == Result.Tie, outcome.Tied.Count > 1);
            Assert.NotEqual(1, outcome.Tied.Count);
        });

    [Fact]
    public void Lots_change_nothing_where_there_is_no_tie() => RandomElections.All(
        RandomElections.ByAnyMethod,
        election => Assert.Equal(Text(election.Decide()), Text(election.Decide(0, 1, 2))),
        election => election.Decide().Result != Result.Tie && election.Options > 2);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
