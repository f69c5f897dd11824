namespace Participatie.Core.Polls;

/// <summary>The life of a poll: it only ever moves to the next state.</summary>
public enum PollState
{
    /// <summary>Being prepared; everything may still change.</summary>
    Draft,

    /// <summary>People vote; question, options, electorate and method are frozen.</summary>
    Open,

    /// <summary>Counted; the result waits to be released.</summary>
    Closed,

    /// <summary>The result is public.</summary>
    Released,
}
