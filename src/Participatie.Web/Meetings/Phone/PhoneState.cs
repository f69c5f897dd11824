using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Live;
using Participatie.Web.Polls;

namespace Participatie.Web.Meetings.Phone;

/// <summary>
/// The one thing that a participant's page shows now. <c>phone.ts</c> decides the same from the same facts; the names are
/// the <c>data-state</c> of the page's sections.
/// </summary>
public enum PhoneState
{
    /// <summary>The meeting has not begun.</summary>
    Planned,

    /// <summary>The meeting does not go on.</summary>
    Cancelled,

    /// <summary>People talk; there is nothing to do.</summary>
    Listening,

    /// <summary>A poll is open and this person has not voted.</summary>
    Vote,

    /// <summary>A poll is open and this person's vote is stored.</summary>
    Counted,

    /// <summary>A binding poll is open and this person has no pass.</summary>
    NotEntitled,

    /// <summary>The poll has closed; the result is still to come.</summary>
    Closed,

    /// <summary>The poll was taken back.</summary>
    Withdrawn,

    /// <summary>The result is shown.</summary>
    Released,

    /// <summary>The meeting is over.</summary>
    Over,
}

public static class PhoneStates
{
    public static PhoneState Of(Snapshot snapshot, OwnBallot? own, bool holdsPass) => snapshot switch
    {
        { Meeting.Cancellation: not null } => PhoneState.Cancelled,
        { Meeting.State: MeetingState.Planned } => PhoneState.Planned,
        { Meeting.State: MeetingState.Closed } => PhoneState.Over,
        { Poll: null } => PhoneState.Listening,
        { Poll.State: PollState.Withdrawn } => PhoneState.Withdrawn,
        { Poll: { State: PollState.Open, TakesVotes: false } } => PhoneState.Closed,
        { Poll.State: PollState.Closed } => PhoneState.Closed,
        { Poll.State: PollState.Released } => PhoneState.Released,
        { Poll.Binding: true } when !holdsPass => PhoneState.NotEntitled,
        _ => own is null ? PhoneState.Vote : PhoneState.Counted,
    };
}
