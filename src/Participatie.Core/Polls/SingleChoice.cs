namespace Participatie.Core.Polls;

/// <summary>One option on each ballot; the option with the most votes is chosen (plurality). Equal numbers are a tie.</summary>
public sealed record SingleChoice : CountingMethod
{
    public const string MethodName = "singleChoice";

    public override string Name => MethodName;

    public override int MaxChoices => 1;

    public override Outcome Decide(Tally tally) => Outcome.ByMostVotes(tally, Leaders(tally));
}
