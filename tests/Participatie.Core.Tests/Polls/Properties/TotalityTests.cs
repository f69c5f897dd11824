using FsCheck;
using FsCheck.Fluent;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls.Properties;

/// <summary>Whatever is sent, judging it never fails; whatever is accepted can be counted.</summary>
public sealed class TotalityTests
{
    [Fact]
    public void Ballots_that_are_made_by_the_rules_are_accepted() => RandomElections.All(
        RandomElections.ByAnyMethod,
        election => Assert.All(election.Ballots, ballot => Assert.True(election.Method.Accepts(ballot, election.Options))));

    [Fact]
    public void Every_list_of_accepted_ballots_has_an_outcome() => RandomElections.All(
        from election in RandomElections.ByAnyMethod
        from sent in Sent.ListOf(12)
        select election with { Ballots = [.. election.Ballots, .. sent.Where(ballot => election.Method.Accepts(ballot, election.Options))] },
        election =>
        {
            var outcome = election.DecideByLot();

            Assert.Equal(election.Ballots.Count, outcome.Tally.Ballots);
            Assert.Equal(election.Options, outcome.Tally.Counts.Count);
            Assert.All(outcome.Tally.Counts, count => Assert.True(count >= 0));
        });

    /// <summary>Anything that anybody may send, and now and then a valid ballot.</summary>
    private static Gen<IReadOnlyList<Choice>> Sent =>
        from marks in Mark.NonEmptyListOf().Resize(6)
        select (IReadOnlyList<Choice>)[.. marks];

    private static Gen<Choice> Mark =>
        from option in Gen.Frequency((9, Gen.Choose(0, 4)), (1, Gen.Elements(int.MinValue, -1, int.MaxValue)))
        from value in Gen.Frequency((5, Gen.Constant<int?>(null)), (9, Gen.Choose(1, 5).Select(value => (int?)value)), (1, Gen.Elements<int?>(int.MinValue, -1, 0, int.MaxValue)))
        from reason in Gen.Frequency((9, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("", " ", "Noise")))
        select new Choice(option, value, reason);
}
