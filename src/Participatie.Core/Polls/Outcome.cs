namespace Participatie.Core.Polls;

/// <summary>What a tally means.</summary>
public enum Result
{
    /// <summary>Nobody voted, or nobody but abstainers.</summary>
    NoVotes,

    /// <summary>The proposal has its majority.</summary>
    Adopted,

    /// <summary>The proposal lacks its majority.</summary>
    Rejected,

    /// <summary>One option won.</summary>
    Chosen,

    /// <summary>Equal numbers: nothing is decided, and nothing breaks it silently.</summary>
    Tie,
}

/// <summary>The verdict of a poll, kept with the poll from the moment it closes.</summary>
/// <param name="Result">The verdict in a word.</param>
/// <param name="Tally">The numbers behind it.</param>
/// <param name="Winners">The options that won, or that are tied.</param>
/// <param name="Needed">The number of votes for that the majority asked; null where the most votes win.</param>
public sealed record Outcome(Result Result, Tally Tally, IReadOnlyList<int> Winners, int? Needed)
{
    public static Outcome ByMostVotes(Tally tally, IReadOnlyList<int> leaders) =>
        new(leaders.Count switch { 0 => Result.NoVotes, 1 => Result.Chosen, _ => Result.Tie }, tally, leaders, Needed: null);
}
