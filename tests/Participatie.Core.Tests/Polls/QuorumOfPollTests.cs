using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>What a poll with a quorum says of its ballots: three of the six who may vote must do so.</summary>
public sealed class QuorumOfPollTests
{
    private static readonly Electorate Six = new(Entitled: 6, Present: 4);

    private static readonly Poll Poll =
        new(PollState.Closed, new SingleChoice(), ["Park", "Market"], Binding: true, Secret: false, new Quorum(QuorumKind.PercentOfEntitled, 50));

    [Fact]
    public void Enough_ballots_make_the_outcome_count()
    {
        var outcome = Count(Poll, 0, 0, 1);

        Assert.Equal((Result.Chosen, 3, Six), (outcome.Result, outcome.Quorum, outcome.Electorate));
        Assert.Equal([0], outcome.Winners);
    }

    [Fact]
    public void Too_few_ballots_choose_nothing_but_stay_counted()
    {
        var outcome = Count(Poll, 0, 0);

        Assert.Equal(Result.NoQuorum, outcome.Result);
        Assert.Empty(outcome.Winners);
        Assert.Equal([2, 0], outcome.Tally.Counts);
    }

    [Fact]
    public void Too_few_ballots_leave_nothing_to_draw_lots_for()
    {
        var outcome = Count(Poll, 0, 1);

        Assert.Equal(Result.NoQuorum, outcome.Result);
        Assert.Empty(outcome.Tied);
    }

    [Fact]
    public void No_ballots_at_all_is_called_that() => Assert.Equal(Result.NoVotes, Count(Poll).Result);

    [Fact]
    public void An_abstention_counts_for_the_quorum() =>
        Assert.Equal(Result.Adopted, Count(Poll with { Method = new YesNoAbstain(Majority.Ordinary), Options = ["Yes", "No", "Abstain"] }, 0, 2, 2).Result);

    [Fact]
    public void Without_a_quorum_one_ballot_will_do()
    {
        var outcome = Count(Poll with { Quorum = null }, 1);

        Assert.Equal((Result.Chosen, null), (outcome.Result, outcome.Quorum));
    }

    [Theory]
    [InlineData(QuorumKind.PercentOfPresent, 50, Result.Chosen)]
    [InlineData(QuorumKind.PercentOfPresent, 51, Result.NoQuorum)]
    [InlineData(QuorumKind.Ballots, 2, Result.Chosen)]
    [InlineData(QuorumKind.Ballots, 3, Result.NoQuorum)]
    public void Two_ballots_meet_a_quorum_or_do_not(QuorumKind kind, int amount, Result result) =>
        Assert.Equal(result, Count(Poll with { Quorum = new Quorum(kind, amount) }, 0, 0).Result);

    private static Outcome Count(Poll poll, params int[] options) =>
        poll.Count(options.Select(option => new[] { new Choice(option) }), Six, lots: []);
}
