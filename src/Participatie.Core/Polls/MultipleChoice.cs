namespace Participatie.Core.Polls;

/// <summary>Up to a given number of options on each ballot; the option named most often is chosen. Equal numbers are a tie.</summary>
/// <param name="Limit">The largest number of options on one ballot.</param>
public sealed record MultipleChoice(int Limit) : CountingMethod
{
    public const string MethodName = "multipleChoice";

    public override string Name => MethodName;

    public override int MaxChoices => Limit;

    public override Outcome Decide(Tally tally) => Outcome.ByMostVotes(tally, Leaders(tally));
}
