using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

public sealed class MajorityTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(9, 5)]
    [InlineData(10, 6)]
    [InlineData(int.MaxValue, 1_073_741_824)]
    public void A_simple_majority_is_the_smallest_number_above_half(int cast, int needed) =>
        Assert.Equal(needed, Majority.Simple(cast));
}
