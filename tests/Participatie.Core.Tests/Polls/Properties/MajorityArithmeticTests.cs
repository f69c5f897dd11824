using FsCheck;
using FsCheck.Fluent;
using Participatie.Core.Polls;
using Participatie.Testing;

namespace Participatie.Core.Tests.Polls.Properties;

public sealed class MajorityArithmeticTests
{
    [Theory]
    [InlineData(MajorityKind.TwoThirds, 2, 3)]
    [InlineData(MajorityKind.ThreeQuarters, 3, 4)]
    public void What_is_needed_is_enough_and_one_less_is_not(MajorityKind kind, long numerator, long denominator) =>
        Fuzz.All(Wholes, whole =>
        {
            var needed = new Majority(kind, MajorityBase.WithoutAbstentions).Needed(whole, cast: whole, entitled: whole);

            Assert.True(needed * denominator >= whole * numerator);
            Assert.True((needed - 1) * denominator < whole * numerator);
        });

    [Fact]
    public void More_than_half_is_more_than_half() => Fuzz.All(Wholes, whole =>
    {
        var needed = Majority.Ordinary.Needed(whole, cast: whole, entitled: whole);

        Assert.True(needed * 2L > whole);
        Assert.True((needed - 1) * 2L <= whole);
    });

    private static Arbitrary<int> Wholes => Gen.OneOf(Gen.Choose(1, 100), Gen.Choose(1, int.MaxValue)).ToArbitrary();
}
