namespace Participatie.Core.Polls;

/// <summary>The life of a poll: it only ever moves on.</summary>
public enum PollState
{
    /// <summary>Being prepared; everything may still change.</summary>
    Draft,

    /// <summary>People vote; question, options, electorate, method, quorum and majority are frozen.</summary>
    Open,

    /// <summary>Counted; the result waits to be released.</summary>
    Closed,

    /// <summary>The result is public.</summary>
    Released,

    /// <summary>Taken back after it opened, with a reason: it has no result and never will.</summary>
    Withdrawn,
}
