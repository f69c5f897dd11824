using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

public sealed class MajorityTests
{
    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 2, 2, 2)]
    [InlineData(3, 2, 2, 3)]
    [InlineData(4, 3, 3, 3)]
    [InlineData(8, 5, 6, 6)]
    [InlineData(9, 5, 6, 7)]
    [InlineData(10, 6, 7, 8)]
    [InlineData(99, 50, 66, 75)]
    [InlineData(100, 51, 67, 75)]
    [InlineData(int.MaxValue - 1, 1_073_741_824, 1_431_655_764, 1_610_612_735)]
    [InlineData(int.MaxValue, 1_073_741_824, 1_431_655_765, 1_610_612_736)]
    public void The_smallest_number_that_is_enough_is_exact(int whole, int moreThanHalf, int twoThirds, int threeQuarters)
    {
        Assert.Equal(moreThanHalf, Needed(MajorityKind.Simple, whole));
        Assert.Equal(moreThanHalf, Needed(MajorityKind.Absolute, whole));
        Assert.Equal(twoThirds, Needed(MajorityKind.TwoThirds, whole));
        Assert.Equal(threeQuarters, Needed(MajorityKind.ThreeQuarters, whole));
    }

    [Theory]
    [InlineData(MajorityBase.WithoutAbstentions, 5, 5, 6, 7)]
    [InlineData(MajorityBase.Cast, 5, 8, 10, 12)]
    [InlineData(MajorityBase.Entitled, 5, 16, 20, 23)]
    public void Every_majority_but_a_simple_one_is_a_part_of_its_base(MajorityBase whole, int simple, int absolute, int twoThirds, int threeQuarters) =>
        Assert.Equal(
            [simple, absolute, twoThirds, threeQuarters],
            Enum.GetValues<MajorityKind>().Select(kind => new Majority(kind, whole).Needed(forAndAgainst: 9, cast: 15, entitled: 30)));

    private static int Needed(MajorityKind kind, int whole) => new Majority(kind, MajorityBase.WithoutAbstentions).Needed(whole, cast: 0, entitled: 0);
}
