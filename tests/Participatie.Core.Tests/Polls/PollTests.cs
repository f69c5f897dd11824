using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

public sealed class PollTests
{
    private static readonly Choice[] Valid = [new(0)];
    private static readonly Choice[] Invalid = [new(9)];

    private static readonly Poll Open = new(PollState.Open, new SingleChoice(), ["Park", "Market"], Binding: false, Secret: true);

    [Fact]
    public void Everybody_in_the_hall_votes_in_an_indicative_poll() =>
        Assert.Equal(Verdict.Accepted, Open.Judge(Valid, holdsPass: false));

    [Fact]
    public void Holders_of_a_pass_vote_in_a_binding_poll() =>
        Assert.Equal(Verdict.Accepted, (Open with { Binding = true }).Judge(Valid, holdsPass: true));

    [Fact]
    public void Nobody_else_votes_in_a_binding_poll() =>
        Assert.Equal(Verdict.NotEntitled, (Open with { Binding = true }).Judge(Valid, holdsPass: false));

    [Theory]
    [InlineData(PollState.Draft)]
    [InlineData(PollState.Closed)]
    [InlineData(PollState.Released)]
    [InlineData(PollState.Withdrawn)]
    public void A_poll_that_is_not_open_takes_no_votes(PollState state) =>
        Assert.Equal(Verdict.Closed, (Open with { State = state }).Judge(Valid, holdsPass: true));

    [Fact]
    public void A_choice_that_is_not_on_the_ballot_is_refused() =>
        Assert.Equal(Verdict.InvalidChoice, Open.Judge(Invalid, holdsPass: true));

    [Fact]
    public void A_choice_below_the_first_option_is_refused() =>
        Assert.Equal(Verdict.InvalidChoice, Open.Judge([new Choice(-1)], holdsPass: true));

    [Fact]
    public void Who_has_no_vote_hears_that_rather_than_that_the_ballot_is_wrong() =>
        Assert.Equal(Verdict.NotEntitled, (Open with { Binding = true }).Judge(Invalid, holdsPass: false));

    [Fact]
    public void Whoever_comes_too_late_hears_that_rather_than_that_the_ballot_is_wrong() =>
        Assert.Equal(Verdict.Closed, (Open with { State = PollState.Closed }).Judge(Invalid, holdsPass: true));
}
