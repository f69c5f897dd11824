namespace Participatie.Core.Polls;

/// <summary>Up to a given number of options on each ballot; the options named most often are chosen.</summary>
/// <param name="Limit">The largest number of options on one ballot.</param>
/// <param name="Winners">How many options are chosen.</param>
public sealed record MultipleChoice(int Limit, int Winners = 1) : CountingMethod
{
    public const string MethodName = "multipleChoice";

    public override string Name => MethodName;

    public override MethodSettings Settings => new(MaxChoices: Limit, Winners: Winners);

    public override int MostChoices(int options) => Math.Min(options, Limit);

    public override Outcome Decide(Votes votes) => Outcome.ByMostVotes(Tally.OfMarks(votes), Winners, votes.Lots);
}
