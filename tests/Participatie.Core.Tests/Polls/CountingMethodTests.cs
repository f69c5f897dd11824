using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

public sealed class CountingMethodTests
{
    [Theory]
    [InlineData("yesNoAbstain")]
    [InlineData("singleChoice")]
    [InlineData("multipleChoice")]
    public void A_method_is_found_by_the_name_that_it_publishes(string name) =>
        Assert.Equal(name, CountingMethod.Find(name, maxChoices: 2)?.Name);

    [Fact]
    public void An_unknown_name_finds_nothing() => Assert.Null(CountingMethod.Find("coinToss", maxChoices: 1));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Multiple_choice_without_any_choice_is_no_method(int maxChoices) =>
        Assert.Null(CountingMethod.Find("multipleChoice", maxChoices));

    [Fact]
    public void Multiple_choice_keeps_its_limit() => Assert.Equal(3, CountingMethod.Find("multipleChoice", maxChoices: 3)?.MaxChoices);
}
