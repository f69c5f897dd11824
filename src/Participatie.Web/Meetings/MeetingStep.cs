namespace Participatie.Web.Meetings;

/// <summary>What became of a facilitator's step with a meeting.</summary>
public enum MeetingStep
{
    Done,

    /// <summary>A poll is open: people are voting.</summary>
    PollIsOpen,

    /// <summary>There is no reason, or it is too long.</summary>
    ReasonNeeded,

    /// <summary>What was counted is no number, or not one that can be.</summary>
    NumbersNeeded,

    /// <summary>The meeting does not go on.</summary>
    Cancelled,

    /// <summary>Something came of the step already, so it stands.</summary>
    CannotUndo,

    /// <summary>The meeting is not in the state that this step needs: somebody else was first.</summary>
    TooLate,
}
