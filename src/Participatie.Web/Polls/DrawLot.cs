using System.Data.Common;
using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>
/// Draws a lot between the options that are tied in a released result, before everybody's eyes: the log and the result
/// show that a lot was drawn. One lot may leave another tie, for the next place or the next round.
/// </summary>
public sealed class DrawLot(DbDataSource db, Feed feed, TimeProvider clock)
{
    public async Task<PollStep> RunAsync(Guid pollId, Guid meetingId, string actor, CancellationToken ct)
    {
        var step = await db.TransactAsync(tx => DrawAsync(tx, pollId, meetingId, actor, ct), ct);
        if (step == PollStep.Done)
            await feed.MeetingChangedAsync(meetingId, ct);
        return step;
    }

    private async Task<PollStep> DrawAsync(DbTransaction tx, Guid pollId, Guid meetingId, string actor, CancellationToken ct)
    {
        await tx.HoldMeetingAsync(meetingId, ct);
        if (await tx.FindAsync<int>("select count(*) from meetings where id = @meetingId and state = 'open'", new { meetingId }, ct) == 0)
            return PollStep.MeetingNotOpen;
        if (await PollStore.FindAsync(tx, pollId, ct) is not { Rules: { State: PollState.Released } rules, Outcome: { Result: Result.Tie } tie })
            return PollStep.TooLate;

        var drawn = tie.Tied[RandomNumberGenerator.GetInt32(tie.Tied.Count)];
        var ballots = await tx.QueryAsync<string>("select choices from counted_ballots where poll_id = @pollId", new { pollId }, ct);
        var outcome = rules.Count(ballots.Select(BallotText.Read), tie.Electorate, [.. tie.Lots, drawn]) with { Channels = tie.Channels };
        await tx.ExecuteAsync("update polls set outcome = @outcome where id = @pollId", new { pollId, outcome = Json.Write(outcome) }, ct);
        await tx.AppendAsync(new Deed(meetingId, actor, Deeds.LotDrawn, new LotDeed(pollId, tie.Tied, drawn, outcome), clock.GetUtcNow()), ct);
        return PollStep.Done;
    }
}
