using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Guests;
using Participatie.Web.Polls;

namespace Participatie.Web.Meetings.Undoing;

/// <summary>The last step of a meeting, which may still be taken back.</summary>
/// <param name="Number">Its number in the log.</param>
/// <param name="Kind">One of <see cref="Deeds"/>.</param>
/// <param name="Title">Of the agenda item; null for other steps.</param>
public sealed record UndoableStep(long Number, string Kind, string? Title);

/// <summary>
/// Takes back the last step of a meeting while nothing came of it. Whoever counted, showed or withdrew cannot go back:
/// others saw it, or ballots are gone.
/// </summary>
public sealed class UndoStep(DbDataSource db, LivePolls live, Feed feed, TimeProvider clock)
{
    /// <summary>The step that can be taken back now; null when there is none.</summary>
    public async Task<UndoableStep?> FindAsync(Guid meetingId, CancellationToken ct) =>
        LastStep(await db.EventsAsync(meetingId, ct)) is { } step && await db.FindAsync<int>(FollowedSql, FollowedArgs(step), ct) == 0
            ? new UndoableStep(step.Number, step.Kind, step.Kind is Deeds.ItemStarted ? step.Read<ItemDeed>().Title : null)
            : null;

    /// <summary>Takes back the step with this number in the log, when it is the last.</summary>
    public async Task<MeetingStep> RunAsync(Guid meetingId, long number, string actor, CancellationToken ct)
    {
        var outcome = await db.TransactAsync(tx => UndoAsync(tx, meetingId, number, actor, ct), ct);
        if (outcome != MeetingStep.Done)
            return outcome;

        live.ForgetAllBut(meetingId, openPollId: null); // an undone step leaves no poll open
        await feed.MeetingChangedAsync(meetingId, ct);
        return MeetingStep.Done;
    }

    private async Task<MeetingStep> UndoAsync(DbTransaction tx, Guid meetingId, long number, string actor, CancellationToken ct)
    {
        await tx.HoldMeetingAsync(meetingId, ct);
        var events = await tx.EventsAsync(meetingId, ct);
        if (LastStep(events) is not { } step || step.Number != number)
            return MeetingStep.TooLate;
        if (step.Kind is Deeds.PollOpened)
            await tx.ExecuteAsync(HoldPollSql, FollowedArgs(step), ct); // whoever votes now comes before or after, not between
        if (await tx.FindAsync<int>(FollowedSql, FollowedArgs(step), ct) > 0)
            return MeetingStep.CannotUndo;

        await TakeBackAsync(tx, step, events.Standing(), ct);
        await tx.AppendAsync(new Deed(meetingId, actor, Deeds.StepUndone, new UndoDeed(step.Number, step.Kind), clock.GetUtcNow()), ct);
        return MeetingStep.Done;
    }

    /// <summary>Null when the last step is one that cannot be taken back. A meeting in which somebody spoke was opened.</summary>
    private static Event? LastStep(IReadOnlyList<Event> events)
    {
        var standing = events.Standing();
        return standing.LastOrDefault(IsStep) is { } last && IsHarmless(last) && (last.Kind is not Deeds.MeetingOpened || last == standing[^1]) ? last : null;
    }

    private static bool IsStep(Event entry) => IsHarmless(entry) || entry.Kind is Deeds.PollClosed or Deeds.PollReleased or Deeds.PollWithdrawn or Deeds.LotDrawn;

    private static bool IsHarmless(Event entry) => entry.Kind is Deeds.MeetingOpened or Deeds.ItemStarted or Deeds.PollOpened or Deeds.MeetingClosed;

    private static object FollowedArgs(Event step) => new
    {
        poll = step.Kind is Deeds.PollOpened ? step.Read<PollDeed>().PollId : (Guid?)null,
        closed = step.Kind is Deeds.MeetingClosed ? step.MeetingId : (Guid?)null,
    };

    private const string HoldPollSql = "update polls set state = state where id = @poll";

    /// <summary>What came of it: ballots, or minutes that others were shown.</summary>
    private const string FollowedSql =
        """
        select (select count(*) from ballots where poll_id = @poll)
             + (select count(*) from stacks where poll_id = @poll)
             + (select count(*) from minutes where meeting_id = @closed and state <> 'draft')
        """;

    private static Task TakeBackAsync(DbTransaction tx, Event step, IReadOnlyList<Event> standing, CancellationToken ct) => step.Kind switch
    {
        Deeds.MeetingOpened => tx.ExecuteAsync("update meetings set state = 'planned' where id = @MeetingId", step, ct),
        Deeds.MeetingClosed => tx.ExecuteAsync("update meetings set state = 'open' where id = @MeetingId", step, ct),
        Deeds.PollOpened => ReturnToDraftAsync(tx, step.Read<PollDeed>().PollId, ct),
        _ => TakeOffTableAsync(tx, step, [.. standing.Where(entry => entry.Kind is Deeds.ItemStarted && entry.Number < step.Number)], ct),
    };

    /// <summary>The draft is another poll with the same words: whatever still remembers the one that was open must not find it open again.</summary>
    private static async Task ReturnToDraftAsync(DbTransaction tx, Guid pollId, CancellationToken ct)
    {
        var poll = (await PollStore.FindAsync(tx, pollId, ct))!;
        await tx.ExecuteAsync("delete from ballot_secrets where poll_id = @pollId", new { pollId }, ct);
        await PollStore.AddAsync(tx, RowKey.InPlaceOf(pollId), poll.ItemId, poll.ToPlan(), ct);
        await tx.ExecuteAsync("delete from polls where id = @pollId", new { pollId }, ct);
    }

    /// <summary>The item that was on the table before comes back on it.</summary>
    private static async Task TakeOffTableAsync(DbTransaction tx, Event step, IReadOnlyList<Event> earlier, CancellationToken ct)
    {
        var item = step.Read<ItemDeed>().ItemId;
        var before = earlier is [.., var last] ? last.Read<ItemDeed>().ItemId : (Guid?)null;
        var startedAt = earlier.LastOrDefault(entry => entry.Read<ItemDeed>().ItemId == item)?.RecordedAt;
        await tx.ExecuteAsync("update meetings set current_item = @before where id = @MeetingId", new { before, step.MeetingId }, ct);
        await tx.ExecuteAsync("update agenda_items set started_at = @startedAt where id = @item", new { startedAt, item }, ct);
        await GuestStore.LowerHandsAsync(tx, step.MeetingId, ct);
    }
}
