using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

/// <summary>
/// Closes a poll: counts, keeps the counted ballots and the receipts, each shuffled, and in a secret poll destroys
/// the ballots as they were cast together with the key that tied them to people. One transaction does all of it.
/// </summary>
public sealed class ClosePoll(DbDataSource db, PollStore polls, LivePolls live, Scrubber scrubber, Feed feed, TimeProvider clock)
{
    public async Task<PollStep> RunAsync(Guid pollId, string actor, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } poll)
            return PollStep.TooLate;
        if (await db.TransactAsync(tx => CloseAsync(tx, poll, actor, ct), ct) is not PollStep.Done and var step)
            return step;

        live.Forget(pollId);
        if (poll.Rules.Secret)
            await scrubber.RunAsync();
        await feed.MeetingChangedAsync(poll.MeetingId, ct);
        return PollStep.Done;
    }

    private async Task<PollStep> CloseAsync(DbTransaction tx, PollCard poll, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tx.HoldMeetingAsync(poll.MeetingId, ct);
        if (await tx.FindAsync<int>("select count(*) from stacks where poll_id = @Id and confirmed_by is null", poll, ct) > 0)
            return PollStep.StackUnconfirmed;
        if (await tx.ExecuteAsync(CloseSql, new { poll.Id, now }, ct) == 0)
            return PollStep.TooLate;

        var ballots = await tx.QueryAsync<BallotRow>("select ballot_key, choices, channel from ballots where poll_id = @Id", poll, ct);
        var outcome = await CountAsync(tx, poll, ballots, ct);
        await KeepCountedAsync(tx, poll.Id, ballots, ct);
        if (poll.Rules.Secret)
            await DestroyAsync(tx, poll, ct);

        await tx.ExecuteAsync("update polls set outcome = @outcome where id = @Id", new { poll.Id, outcome = Json.Write(outcome) }, ct);
        await tx.AppendAsync(new Deed(poll.MeetingId, actor, Deeds.PollClosed, (poll with { Outcome = outcome }).ToDeed(), now), ct);
        return PollStep.Done;
    }

    /// <summary>Waits for the batch of ballots that holds this row; a later batch finds the poll closed.</summary>
    private const string CloseSql = "update polls set state = 'closed', closed_at = @now where id = @Id and state = 'open'";

    private static async Task<Outcome> CountAsync(DbTransaction tx, PollCard poll, IReadOnlyList<BallotRow> ballots, CancellationToken ct)
    {
        var electorate = await tx.FindAsync<Electorate>(ElectorateSql, poll, ct);
        var channels = ballots.CountBy(ballot => ballot.Channel).OrderBy(pair => pair.Key).ToDictionary();

        // Whoever raises a hand has no pass in use, but is there.
        var present = Math.Min(electorate.Entitled, electorate.Present + channels.GetValueOrDefault(Channel.Hands));
        var choices = ballots.Select(ballot => BallotText.Read(ballot.Choices));
        return poll.Rules.Count(choices, electorate with { Present = present }, lots: []) with { Channels = channels };
    }

    private const string ElectorateSql =
        """
        select cast(count(*) as integer) as entitled, cast(count(participant_id) as integer) as present
        from   passes
        where  meeting_id = @MeetingId and voided_at is null and issued_at <= @OpenedAt
        """;

    private static async Task KeepCountedAsync(DbTransaction tx, Guid pollId, IReadOnlyList<BallotRow> ballots, CancellationToken ct)
    {
        var secret = (await tx.FindAsync<byte[]>("select secret from ballot_secrets where poll_id = @pollId", new { pollId }, ct))!;
        var keys = new BallotKeys(secret);
        var receipts = ballots.Select(ballot => keys.Receipt(ballot.BallotKey));
        await CountedBallots.KeepAsync(tx, pollId, [.. ballots.Select(ballot => ballot.Choices)], [.. receipts], ct);
    }

    private static async Task DestroyAsync(DbTransaction tx, PollCard poll, CancellationToken ct)
    {
        await tx.ExecuteAsync("delete from ballots where poll_id = @Id", poll, ct);
        await tx.ExecuteAsync("delete from ballot_secrets where poll_id = @Id", poll, ct);
    }

    private sealed record BallotRow(byte[] BallotKey, string Choices, Channel Channel);
}
