using Participatie.Core.Meetings;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Meetings;

public sealed class NextStepTests
{
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();
    private static readonly Guid Poll = Guid.NewGuid();

    [Fact]
    public void A_planned_meeting_is_opened_first() =>
        Assert.Equal(new NextStep(StepKind.OpenMeeting), NextStep.Of(MeetingState.Planned, [First, Second], current: null, []));

    [Fact]
    public void An_open_meeting_begins_with_its_first_item() =>
        Assert.Equal(new NextStep(StepKind.StartItem, First), Open(current: null));

    [Theory]
    [InlineData(PollState.Draft, StepKind.OpenPoll)]
    [InlineData(PollState.Open, StepKind.ClosePoll)]
    [InlineData(PollState.Closed, StepKind.ReleasePoll)]
    public void A_poll_of_the_item_goes_before_the_next_item(PollState state, StepKind step) =>
        Assert.Equal(new NextStep(step, Poll), Open(First, (Poll, state)));

    [Fact]
    public void A_closed_poll_is_released_before_another_is_opened() =>
        Assert.Equal(new NextStep(StepKind.ReleasePoll, Poll), Open(First, (Guid.NewGuid(), PollState.Draft), (Poll, PollState.Closed)));

    [Fact]
    public void After_the_last_result_the_next_item_comes() =>
        Assert.Equal(new NextStep(StepKind.StartItem, Second), Open(First, (Poll, PollState.Released)));

    [Fact]
    public void After_the_last_item_the_meeting_closes() =>
        Assert.Equal(new NextStep(StepKind.CloseMeeting), Open(Second));

    [Fact]
    public void A_meeting_without_agenda_can_only_be_closed() =>
        Assert.Equal(new NextStep(StepKind.CloseMeeting), NextStep.Of(MeetingState.Open, [], current: null, []));

    [Fact]
    public void A_closed_meeting_has_no_next_step() =>
        Assert.Null(NextStep.Of(MeetingState.Closed, [First], First, []));

    private static NextStep? Open(Guid? current, params IReadOnlyList<(Guid Id, PollState State)> polls) =>
        NextStep.Of(MeetingState.Open, [First, Second], current, polls);
}
