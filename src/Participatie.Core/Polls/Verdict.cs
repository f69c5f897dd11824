namespace Participatie.Core.Polls;

/// <summary>What became of a vote.</summary>
public enum Verdict
{
    /// <summary>The ballot is stored and will be counted.</summary>
    Accepted,

    /// <summary>The ballot is stored, and it is not the first choice that this voter made: it replaces an earlier one.</summary>
    Changed,

    /// <summary>The poll is not open (any more).</summary>
    Closed,

    /// <summary>The choices are not possible on this ballot.</summary>
    InvalidChoice,

    /// <summary>This person may follow the meeting but has no vote in this poll.</summary>
    NotEntitled,

    /// <summary>This person has voted in this poll on paper: that vote stands.</summary>
    VotedOnPaper,
}
