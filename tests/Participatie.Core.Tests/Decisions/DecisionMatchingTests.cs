using Participatie.Core.Decisions;

namespace Participatie.Core.Tests.Decisions;

public sealed class DecisionMatchingTests
{
    private static readonly Guid Vote = Guid.NewGuid();

    private static readonly DecisionMark[] Registered = [new(1, null, "Een bankje."), new(2, Vote, "Lampen.")];

    [Fact]
    public void A_new_decision_before_the_others_takes_nobodys_place() =>
        Assert.Equal([null, 0, 1], DecisionMatching.Match(Registered, [new(1, null, "Een hek."), new(2, null, "Een bankje."), new(3, Vote, "Lampen.")]));

    [Fact]
    public void The_vote_tells_a_decision_before_its_words_do() =>
        Assert.Equal([1, null], DecisionMatching.Match(Registered, [new(1, Vote, "Een bankje."), new(2, null, "Lampen.")]));

    [Fact]
    public void A_reworded_decision_is_the_one_in_its_place() =>
        Assert.Equal([0, 1], DecisionMatching.Match(Registered, [new(1, null, "Een schommel."), new(2, Vote, "Drie lampen.")]));

    [Fact]
    public void The_same_words_twice_are_two_decisions() =>
        Assert.Equal([0, null], DecisionMatching.Match(Registered[..1], [new(1, null, "Een bankje."), new(2, null, "Een bankje.")]));

    [Fact]
    public void The_first_minutes_hold_new_decisions_only() =>
        Assert.Equal([null, null], DecisionMatching.Match([], Registered));
}
