using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

public sealed class QuorumTests
{
    [Theory]
    [InlineData(50, 10, 5)]
    [InlineData(50, 9, 5)]
    [InlineData(33, 100, 33)]
    [InlineData(33, 101, 34)]
    [InlineData(34, 3, 2)]
    [InlineData(67, 3, 3)]
    [InlineData(100, 7, 7)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 100, 1)]
    [InlineData(1, 101, 2)]
    [InlineData(50, int.MaxValue, 1_073_741_824)]
    [InlineData(100, int.MaxValue, int.MaxValue)]
    public void A_percentage_is_exact_and_rounds_up(int percentage, int people, int needed)
    {
        Assert.Equal(needed, new Quorum(QuorumKind.PercentOfPresent, percentage).Needed(new Electorate(Entitled: 0, Present: people)));
        Assert.Equal(needed, new Quorum(QuorumKind.PercentOfEntitled, percentage).Needed(new Electorate(Entitled: people, Present: 0)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(int.MaxValue)]
    public void A_number_of_ballots_asks_that_number_whoever_is_there(int number) =>
        Assert.Equal(number, new Quorum(QuorumKind.Ballots, number).Needed(new Electorate(Entitled: 8, Present: 3)));
}
