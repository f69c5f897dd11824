using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>What became of a facilitator's step with a poll.</summary>
public enum PollStep
{
    Done,

    /// <summary>Its agenda item is not on the table now, or the meeting is not open.</summary>
    NotOnTheTable,

    /// <summary>Another poll of this meeting is open.</summary>
    AnotherIsOpen,

    /// <summary>The poll is not in the state that this step needs: somebody else was first.</summary>
    TooLate,
}

/// <summary>Opens a poll: its rules freeze and it gets the random key that hides its voters.</summary>
public sealed class OpenPoll(DbDataSource db, PollStore polls, Feed feed, TimeProvider clock)
{
    public async Task<PollStep> RunAsync(Guid pollId, string actor, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } found)
            return PollStep.TooLate;

        var step = await db.TransactAsync(tx => OpenAsync(tx, found.MeetingId, pollId, actor, ct), ct);
        if (step == PollStep.Done)
            await feed.MeetingChangedAsync(found.MeetingId, ct);
        return step;
    }

    private async Task<PollStep> OpenAsync(DbTransaction tx, Guid meetingId, Guid pollId, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tx.HoldMeetingAsync(meetingId, ct);
        if (await tx.FindAsync<int>(OnTableSql, new { pollId }, ct) == 0)
            return PollStep.NotOnTheTable;
        if (await tx.FindAsync<int>(OthersOpenSql, new { pollId, meetingId }, ct) > 0)
            return PollStep.AnotherIsOpen;
        if (await tx.ExecuteAsync("update polls set state = 'open', opened_at = @now where id = @pollId and state = 'draft'", new { pollId, now }, ct) == 0)
            return PollStep.TooLate;

        await tx.ExecuteAsync(
            "insert into ballot_secrets (poll_id, secret) values (@pollId, @secret)", new { pollId, secret = BallotKeys.NewSecret() }, ct);
        var card = (await PollStore.FindAsync(tx, pollId, ct))!;
        await tx.AppendAsync(new Deed(meetingId, actor, Deeds.PollOpened, card.ToDeed(), now), ct);
        return PollStep.Done;
    }

    private const string OnTableSql =
        """
        select count(*)
        from   polls p
        join   meetings m on m.id = p.meeting_id
        where  p.id = @pollId and m.state = 'open' and m.current_item = p.item_id
        """;

    private const string OthersOpenSql =
        "select count(*) from polls where meeting_id = @meetingId and state = 'open' and id <> @pollId";
}
