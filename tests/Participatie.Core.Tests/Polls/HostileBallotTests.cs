using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>What anybody can send, whatever the ballot on the screen allows; the documents show the mistakes that people make.</summary>
public sealed class HostileBallotTests
{
    private const int Options = 3;

    private static readonly MethodSettings Settings = new(MaxChoices: 3, Winners: 1, Dots: 5, DotsPerOption: 5);

    private static readonly int[] OutOfRange = [int.MinValue, -1, Options, int.MaxValue];

    public static TheoryData<string> Names => CountingMethodTests.Names;

    public static TheoryData<string> NamesWithValues => ["score", "dots", "instantRunoff", "schulze"];

    public static TheoryData<string> NamesWithoutReasons =>
        [.. CountingMethodTests.Names.Select(name => name.Data).Where(name => name is not Consent.MethodName)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_valid_ballot_is_what_these_tests_spoil(string name) => Assert.True(Accepts(name, Valid(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_empty_ballot_is_refused(string name) => Assert.False(Accepts(name, []));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_option_that_does_not_exist_is_refused(string name) =>
        Assert.All(OutOfRange, option => Assert.False(Accepts(name, [Valid(name)[0] with { Option = option }, .. Valid(name)[1..]])));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_option_that_is_named_twice_is_refused(string name) =>
        Assert.False(Accepts(name, [.. Valid(name), Valid(name)[0]]));

    [Theory]
    [MemberData(nameof(NamesWithValues))]
    public void A_value_out_of_range_is_refused(string name) =>
        Assert.All([int.MinValue, -1, 0, 6, int.MaxValue], value => Assert.False(Accepts(name, [Valid(name)[0] with { Value = value }, .. Valid(name)[1..]])));

    [Theory]
    [MemberData(nameof(NamesWithValues))]
    public void A_value_that_is_missing_is_refused(string name) =>
        Assert.False(Accepts(name, [Valid(name)[0] with { Value = null }, .. Valid(name)[1..]]));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_where_none_is_asked_is_refused(string name) =>
        Assert.Equal(Valid(name)[0].Value is not null, Accepts(name, [Valid(name)[0] with { Value = 1 }, .. Valid(name)[1..]]));

    [Theory]
    [MemberData(nameof(NamesWithoutReasons))]
    public void A_reason_where_none_is_asked_is_refused(string name) =>
        Assert.All(["Because", "", " "], reason => Assert.False(Accepts(name, [Valid(name)[0] with { Reason = reason }, .. Valid(name)[1..]])));

    [Theory]
    [InlineData(1, 280, true)]
    [InlineData(1, 281, false)]
    [InlineData(2, 280, true)]
    [InlineData(2, 281, false)]
    [InlineData(0, 1, false)]
    public void A_reason_is_no_longer_than_a_few_sentences(int option, int length, bool valid) =>
        Assert.Equal(valid, Accepts("consent", [new Choice(option, Reason: new string('x', length))]));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    [InlineData("\u00a0\u2003")]
    public void A_blank_reason_is_refused(string reason) =>
        Assert.All([0, 1, 2], option => Assert.False(Accepts("consent", [new Choice(option, Reason: reason)])));

    [Fact]
    public void Dots_that_overflow_a_sum_are_refused() =>
        Assert.False(new Dots(int.MaxValue, int.MaxValue).Accepts([new Choice(0, int.MaxValue), new Choice(1, int.MaxValue)], Options));

    [Fact]
    public void Dots_may_all_be_given_and_not_one_more()
    {
        Assert.True(Accepts("dots", [new Choice(0, 3), new Choice(1, 2)]));
        Assert.False(Accepts("dots", [new Choice(0, 3), new Choice(1, 3)]));
    }

    private static bool Accepts(string name, Choice[] ballot) => CountingMethod.Find(name, Settings)!.Accepts(ballot, Options);

    /// <summary>A valid ballot that names one option, or all three in a score.</summary>
    private static Choice[] Valid(string name) => name switch
    {
        "score" => [new(0, 1), new(1, 2), new(2, 3)],
        "dots" or "instantRunoff" or "schulze" => [new(0, 1)],
        _ => [new(0)],
    };
}
