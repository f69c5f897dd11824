using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>Among few secret ballots a number tells who chose what.</summary>
public sealed class SmallGroupTests
{
    private static readonly Poll Vote = new(PollState.Closed, new YesNoAbstain(), ["Yes", "No", "Abstain"], Binding: true, Secret: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_a_secret_poll_with_few_ballots_only_the_verdict_and_the_turnout_are_kept(int ballots)
    {
        var outcome = Count(Vote, ballots);

        Assert.True(outcome.CountsHidden);
        Assert.Equal(Result.Adopted, outcome.Result);
        Assert.Equal(ballots, outcome.Tally.Ballots);
        Assert.Empty(outcome.Tally.Counts);
        Assert.Null(outcome.Needed);
    }

    [Fact]
    public void With_one_more_the_numbers_are_kept() => Assert.Equal([3, 0, 0], Count(Vote, Poll.SmallestSecretGroup).Tally.Counts);

    [Fact]
    public void An_open_poll_hides_nothing() => Assert.Equal([1, 0, 0], Count(Vote with { Secret = false }, 1).Tally.Counts);

    [Fact]
    public void Without_any_ballot_there_is_nothing_to_hide() => Assert.Equal([0, 0, 0], Count(Vote, 0).Tally.Counts);

    [Fact]
    public void Reasons_rounds_and_marks_are_numbers_too()
    {
        Choice[] objection = [new(2, Reason: "Too loud")];
        var consent = (Vote with { Method = new Consent() }).Count([objection], new Electorate(1, 1), lots: []);
        var ranked = (Vote with { Method = new InstantRunoff() }).Count([[new Choice(1, 1)]], new Electorate(1, 1), lots: []);
        var scored = (Vote with { Method = new Score() }).Count([[new Choice(0, 5), new Choice(1, 1), new Choice(2, 1)]], new Electorate(1, 1), lots: []);

        Assert.Null(consent.Reasons);
        Assert.Null(ranked.Rounds);
        Assert.Null(scored.Ratings);
    }

    private static Outcome Count(Poll poll, int ballots) =>
        poll.Count(Enumerable.Repeat<IReadOnlyList<Choice>>([new Choice(0)], ballots), new Electorate(9, 9), lots: []);
}
