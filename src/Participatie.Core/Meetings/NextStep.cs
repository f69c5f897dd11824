using Participatie.Core.Polls;

namespace Participatie.Core.Meetings;

/// <summary>What the facilitator does next.</summary>
public enum StepKind
{
    OpenMeeting,
    StartItem,
    OpenPoll,
    ClosePoll,
    ReleasePoll,
    CloseMeeting,
}

/// <summary>The one next step of a meeting: what the console's single button does.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Subject">The agenda item or poll to do it with; null for the meeting itself.</param>
public sealed record NextStep(StepKind Kind, Guid? Subject = null)
{
    /// <summary>The next step, or null when the meeting is over.</summary>
    /// <param name="state">Where the meeting is in its life.</param>
    /// <param name="items">The agenda's items, in order.</param>
    /// <param name="current">The item on the table, if any.</param>
    /// <param name="polls">The polls of the current item, in order.</param>
    public static NextStep? Of(MeetingState state, IReadOnlyList<Guid> items, Guid? current, IReadOnlyList<(Guid Id, PollState State)> polls) => state switch
    {
        MeetingState.Planned => new NextStep(StepKind.OpenMeeting),
        MeetingState.Open => OfPolls(polls) ?? OfAgenda(items, current),
        _ => null,
    };

    private static NextStep? OfPolls(IReadOnlyList<(Guid Id, PollState State)> polls) =>
        First(polls, PollState.Open, StepKind.ClosePoll)
        ?? First(polls, PollState.Closed, StepKind.ReleasePoll)
        ?? First(polls, PollState.Draft, StepKind.OpenPoll);

    private static NextStep? First(IReadOnlyList<(Guid Id, PollState State)> polls, PollState state, StepKind kind) =>
        polls.Where(poll => poll.State == state).Select(poll => new NextStep(kind, poll.Id)).FirstOrDefault();

    private static NextStep OfAgenda(IReadOnlyList<Guid> items, Guid? current)
    {
        var next = current is null ? 0 : items.ToList().IndexOf(current.Value) + 1;
        return next < items.Count ? new NextStep(StepKind.StartItem, items[next]) : new NextStep(StepKind.CloseMeeting);
    }
}
