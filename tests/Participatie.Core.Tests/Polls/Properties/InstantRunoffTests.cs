using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls.Properties;

public sealed class InstantRunoffTests
{
    [Fact]
    public void Dropping_several_options_in_one_round_never_changes_the_winner() => RandomElections.All(
        RandomElections.By(new InstantRunoff()),
        election => Assert.Equal([OneByOne(election)], election.DecideByLot().Winners),
        election => election.Ballots.Count > 0);

    [Fact]
    public void Every_ballot_counts_for_one_option_or_is_exhausted_in_each_round() => RandomElections.All(
        RandomElections.By(new InstantRunoff()),
        election => Assert.All(
            election.DecideByLot().Rounds!,
            round => Assert.Equal(election.Ballots.Count, round.Counts.Sum(count => count ?? 0) + round.Exhausted)));

    [Fact]
    public void Ballots_only_ever_become_exhausted_and_options_only_ever_fall_out() => RandomElections.All(
        RandomElections.By(new InstantRunoff()),
        election =>
        {
            var rounds = election.DecideByLot().Rounds!;

            Assert.All(rounds.Zip(rounds.Skip(1)), pair =>
            {
                Assert.True(pair.First.Exhausted <= pair.Second.Exhausted);
                Assert.Equal(Out(pair.First).Concat(pair.First.Dropped).Order(), Out(pair.Second));
                Assert.NotEmpty(pair.First.Dropped);
            });
        });

    /// <summary>The winner when the last falls out alone, round after round, down to one; of equals the first on the ballot falls out.</summary>
    private static int OneByOne(Election election)
    {
        var standing = Enumerable.Range(0, election.Options).ToList();
        while (standing.Count > 1)
        {
            var firsts = election.Ballots
                .Select(ballot => ballot.Where(choice => standing.Contains(choice.Option)).OrderBy(choice => choice.Value).Select(choice => choice.Option).Take(1).ToList())
                .SelectMany(first => first).ToList();
            standing.Remove(standing.MinBy(option => firsts.Count(first => first == option)));
        }

        return standing[0];
    }

    private static IEnumerable<int> Out(Round round) => round.Counts.Index().Where(count => count.Item is null).Select(count => count.Index);
}
