using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls.Properties;

/// <summary>Methods that say who is wanted most must agree when more than half want the same.</summary>
public sealed class MajorityFavouriteTests
{
    public static TheoryData<string> Rankings => [InstantRunoff.MethodName, Schulze.MethodName];

    public static TheoryData<MajorityKind, MajorityBase> Majorities => new(
        from kind in Enum.GetValues<MajorityKind>()
        from whole in Enum.GetValues<MajorityBase>()
        select (kind, whole));

    [Theory]
    [MemberData(nameof(Rankings))]
    public void An_option_that_more_than_half_put_first_wins(string name)
    {
        var method = CountingMethod.Find(name, new())!;

        RandomElections.All(RandomElections.By(method), election => Assert.Equal([Favourite(election)!.Value], election.Decide().Winners), election => Favourite(election) is not null);
    }

    [Fact]
    public void An_option_that_more_than_half_choose_wins_single_choice() => RandomElections.All(
        RandomElections.By(new SingleChoice(new Majority(MajorityKind.Absolute, MajorityBase.Cast))),
        election => Assert.Equal([Favourite(election)!.Value], election.Decide().Winners),
        election => Favourite(election) is not null);

    [Theory]
    [InlineData("singleChoice")]
    [InlineData("multipleChoice")]
    [InlineData("approval")]
    public void One_more_ballot_for_the_winner_keeps_it_winning(string name)
    {
        var method = CountingMethod.Find(name, new(MaxChoices: 2))!;

        RandomElections.All(
            RandomElections.By(method),
            election =>
            {
                var winners = election.Decide().Winners;
                var more = election with { Ballots = [.. election.Ballots, [new Choice(winners[0])]] };

                Assert.Equal(winners, more.Decide().Winners);
            },
            election => election.Decide().Winners.Count == 1);
    }

    [Theory]
    [MemberData(nameof(Majorities))]
    public void One_more_vote_for_keeps_a_proposal_adopted(MajorityKind kind, MajorityBase whole) => RandomElections.All(
        RandomElections.By(new YesNoAbstain(new Majority(kind, whole))),
        election => Assert.Equal(Result.Adopted, (election with { Ballots = [.. election.Ballots, [new Choice(0)]] }).Decide().Result),
        election => election.Decide().Result == Result.Adopted);

    /// <summary>The option that is alone in front on more than half of the ballots, if there is one.</summary>
    private static int? Favourite(Election election) => Enumerable.Range(0, election.Options)
        .Where(option => election.Ballots.Count(ballot => IsAloneInFront(ballot, option)) * 2 > election.Ballots.Count)
        .Select(option => (int?)option).FirstOrDefault();

    private static bool IsAloneInFront(IReadOnlyList<Choice> ballot, int option) =>
        ballot.Where(choice => choice.Value == ballot.Min(other => other.Value)).ToList() is [var first] && first.Option == option;
}
