namespace Participatie.Core.Polls;

/// <summary>One option on each ballot; the option with the most votes is chosen (plurality), if it has the majority where one is asked.</summary>
/// <param name="Majority">Null when the most votes are enough; a simple majority asks no more than that.</param>
public sealed record SingleChoice(Majority? Majority = null) : CountingMethod
{
    public const string MethodName = "singleChoice";

    public override string Name => MethodName;

    public override MethodSettings Settings => new(Majority: Majority);

    public override int MostChoices(int options) => 1;

    public override Outcome Decide(Votes votes)
    {
        var tally = Tally.OfMarks(votes);
        var outcome = Outcome.ByMostVotes(tally, winners: 1, votes.Lots);
        if (Majority is null or { Kind: MajorityKind.Simple } || tally.Ballots == 0)
            return outcome;

        var needed = Majority.Needed(tally.Ballots, tally.Ballots, votes.Electorate.Entitled);
        return tally.Counts.Max() >= needed
            ? outcome with { Needed = needed }
            : new Outcome(Result.NoMajority, tally) { Needed = needed };
    }
}
