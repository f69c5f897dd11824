using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

public sealed class CountingMethodTests
{
    private static readonly MethodSettings Settings =
        new(MaxChoices: 3, Winners: 2, Dots: 5, DotsPerOption: 4, new Majority(MajorityKind.TwoThirds, MajorityBase.Cast));

    public static TheoryData<string> Names =>
    [
        "yesNoAbstain", "singleChoice", "multipleChoice", "approval", "score", "dots", "instantRunoff", "schulze", "consent",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_method_is_found_by_the_name_that_it_publishes(string name) =>
        Assert.Equal(name, CountingMethod.Find(name, Settings)?.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_method_is_found_again_by_its_name_and_settings(string name)
    {
        var method = CountingMethod.Find(name, Settings)!;

        Assert.Equal(method, CountingMethod.Find(method.Name, method.Settings));
    }

    [Fact]
    public void Each_method_keeps_the_settings_that_it_uses_and_no_others()
    {
        Assert.Equal(new(MaxChoices: 3, Winners: 2), Kept("multipleChoice"));
        Assert.Equal(new(Winners: 2), Kept("approval"));
        Assert.Equal(new(Dots: 5, DotsPerOption: 4), Kept("dots"));
        Assert.Equal(new(Majority: Settings.Majority), Kept("yesNoAbstain"));
        Assert.Equal(new(Majority: Settings.Majority), Kept("singleChoice"));
        Assert.All(["score", "instantRunoff", "schulze", "consent"], name => Assert.Equal(new(), Kept(name)));
    }

    [Theory]
    [InlineData("coinToss")]
    [InlineData("SingleChoice")]
    [InlineData("")]
    public void An_unknown_name_finds_nothing(string name) => Assert.Null(CountingMethod.Find(name, Settings));

    [Fact]
    public void A_yes_no_vote_asks_an_ordinary_majority_unless_something_else_was_agreed() =>
        Assert.Equal(new YesNoAbstain(Majority.Ordinary), CountingMethod.Find("yesNoAbstain", new()));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_to_choose_is_no_method(int number)
    {
        Assert.Null(CountingMethod.Find("multipleChoice", Settings with { MaxChoices = number }));
        Assert.Null(CountingMethod.Find("multipleChoice", Settings with { Winners = number }));
        Assert.Null(CountingMethod.Find("approval", Settings with { Winners = number }));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    [InlineData(5, -1)]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Dots_that_nobody_can_give_or_anybody_can_count_are_no_method(int dots, int perOption) =>
        Assert.Null(CountingMethod.Find("dots", Settings with { Dots = dots, DotsPerOption = perOption }));

    [Theory]
    [InlineData("yesNoAbstain", 3, 1)]
    [InlineData("singleChoice", 4, 1)]
    [InlineData("multipleChoice", 4, 3)]
    [InlineData("multipleChoice", 2, 2)]
    [InlineData("approval", 4, 4)]
    [InlineData("score", 4, 4)]
    [InlineData("dots", 4, 4)]
    [InlineData("dots", 9, 5)]
    [InlineData("instantRunoff", 4, 4)]
    [InlineData("schulze", 4, 4)]
    [InlineData("consent", 3, 1)]
    public void A_ballot_names_no_more_options_than_the_method_lets_it(string name, int options, int most) =>
        Assert.Equal(most, CountingMethod.Find(name, Settings)!.MostChoices(options));

    private static MethodSettings? Kept(string name) => CountingMethod.Find(name, Settings)?.Settings;
}
