namespace Participatie.Web.Contributions;

/// <summary>What somebody brings in.</summary>
public enum ContributionKind
{
    /// <summary>A question in this meeting.</summary>
    Question,

    /// <summary>Something to talk about next time; it belongs to the table.</summary>
    Topic,
}

/// <summary>What became of it.</summary>
public enum ContributionState
{
    /// <summary>Only its author and the facilitators see it.</summary>
    Waiting,

    /// <summary>Everybody reads it and can support it.</summary>
    Shown,

    /// <summary>A question that was answered, or a topic that comes on the agenda.</summary>
    Accepted,

    /// <summary>It is left out, and it says why.</summary>
    Declined,
}

/// <summary>A question or a topic.</summary>
/// <param name="Author">The phone that sent it: a number that means nothing elsewhere.</param>
/// <param name="Reply">The answer, or why it was left out; null when there is none.</param>
/// <param name="ShownAt">When everybody could read it; null when that never was.</param>
/// <param name="Supporters">How many others want it too.</param>
public sealed record Contribution(
    Guid Id, ContributionKind Kind, Guid Author, string Text, ContributionState State, string? Reply, DateTimeOffset SentAt, DateTimeOffset? ShownAt, int Supporters)
{
    public bool IsPublic => ShownAt is not null;
}
