namespace Participatie.Core.Polls;

public enum QuorumKind
{
    /// <summary>A number of ballots.</summary>
    Ballots,

    /// <summary>A percentage of those present.</summary>
    PercentOfPresent,

    /// <summary>A percentage of those entitled.</summary>
    PercentOfEntitled,
}

/// <summary>How many must vote before an outcome counts; an abstention is a vote here.</summary>
/// <param name="Amount">Ballots, or a percentage from 1 to 100.</param>
public sealed record Quorum(QuorumKind Kind, int Amount)
{
    /// <summary>The smallest number of ballots that is enough, in exact integer arithmetic.</summary>
    public int Needed(Electorate electorate) => Kind switch
    {
        QuorumKind.PercentOfPresent => Majority.Part(Amount, 100, electorate.Present),
        QuorumKind.PercentOfEntitled => Majority.Part(Amount, 100, electorate.Entitled),
        _ => Amount,
    };
}
