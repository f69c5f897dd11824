using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>What became of a facilitator's step with a poll.</summary>
public enum PollStep
{
    Done,

    /// <summary>The meeting has not begun, or is over.</summary>
    MeetingNotOpen,

    /// <summary>Another poll of this meeting is open.</summary>
    AnotherIsOpen,

    /// <summary>Ballots counted by hand wait for a second member of staff.</summary>
    StackUnconfirmed,

    /// <summary>Whoever takes a poll back says why.</summary>
    ReasonNeeded,

    /// <summary>The poll is not in the state that this step needs: somebody else was first.</summary>
    TooLate,
}

/// <summary>
/// Opens a poll: its rules freeze and it gets the random key that hides its voters. Its agenda item comes on the table
/// with it, when it is not there yet.
/// </summary>
public sealed class OpenPoll(DbDataSource db, AgendaStore agenda, PollStore polls, Feed feed, TimeProvider clock)
{
    public async Task<PollStep> RunAsync(Guid pollId, string actor, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } found || await agenda.FindAsync(found.ItemId, ct) is not { } item)
            return PollStep.TooLate;

        var step = await db.TransactAsync(tx => OpenAsync(tx, item, pollId, actor, ct), ct);
        if (step == PollStep.Done)
            await feed.MeetingChangedAsync(found.MeetingId, ct);
        return step;
    }

    private async Task<PollStep> OpenAsync(DbTransaction tx, ItemRow item, Guid pollId, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var meetingId = item.MeetingId;
        await tx.HoldMeetingAsync(meetingId, ct);
        if (await tx.FindAsync<int>("select count(*) from meetings where id = @meetingId and state = 'open'", new { meetingId }, ct) == 0)
            return PollStep.MeetingNotOpen;
        if (await tx.FindAsync<int>(OthersOpenSql, new { pollId, meetingId }, ct) > 0)
            return PollStep.AnotherIsOpen;
        if (await tx.ExecuteAsync("update polls set state = 'open', opened_at = @now where id = @pollId and state = 'draft'", new { pollId, now }, ct) == 0)
            return PollStep.TooLate;

        await tx.ExecuteAsync(
            "insert into ballot_secrets (poll_id, secret) values (@pollId, @secret)", new { pollId, secret = BallotKeys.NewSecret() }, ct);
        await StartItem.PutOnTableAsync(tx, item, actor, now, ct);
        var card = (await PollStore.FindAsync(tx, pollId, ct))!;
        await tx.AppendAsync(new Deed(meetingId, actor, Deeds.PollOpened, card.ToDeed(), now), ct);
        return PollStep.Done;
    }

    private const string OthersOpenSql =
        "select count(*) from polls where meeting_id = @meetingId and state = 'open' and id <> @pollId";
}
