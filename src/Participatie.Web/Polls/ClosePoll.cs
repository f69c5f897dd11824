using System.Data.Common;
using System.Security.Cryptography;
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
        if (!await db.TransactAsync(tx => CloseAsync(tx, poll, actor, ct), ct))
            return PollStep.TooLate;

        live.Forget(pollId);
        if (poll.Rules.Secret)
            await scrubber.RunAsync();
        await feed.MeetingChangedAsync(poll.MeetingId, ct);
        return PollStep.Done;
    }

    private async Task<bool> CloseAsync(DbTransaction tx, PollCard poll, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await tx.HoldMeetingAsync(poll.MeetingId, ct);
        if (await tx.ExecuteAsync(CloseSql, new { poll.Id, now }, ct) == 0)
            return false;

        var ballots = await tx.QueryAsync<BallotRow>("select ballot_key, choices from ballots where poll_id = @Id", poll, ct);
        var electorate = await tx.FindAsync<Electorate>(ElectorateSql, poll, ct);
        var outcome = poll.Rules.Count(ballots.Select(ballot => BallotText.Read(ballot.Choices)), electorate, lots: []);
        await KeepCountedAsync(tx, poll.Id, ballots, ct);
        if (poll.Rules.Secret)
            await DestroyAsync(tx, poll, ct);

        await tx.ExecuteAsync("update polls set outcome = @outcome where id = @Id", new { poll.Id, outcome = Json.Write(outcome) }, ct);
        await tx.AppendAsync(new Deed(poll.MeetingId, actor, Deeds.PollClosed, (poll with { Outcome = outcome }).ToDeed(), now), ct);
        return true;
    }

    /// <summary>Waits for the batch of ballots that holds this row; a later batch finds the poll closed.</summary>
    private const string CloseSql = "update polls set state = 'closed', closed_at = @now where id = @Id and state = 'open'";

    private const string ElectorateSql =
        """
        select cast(count(*) as integer) as entitled, cast(count(participant_id) as integer) as present
        from   passes
        where  meeting_id = @MeetingId
        """;

    private static async Task KeepCountedAsync(DbTransaction tx, Guid pollId, IReadOnlyList<BallotRow> ballots, CancellationToken ct)
    {
        var secret = (await tx.FindAsync<byte[]>("select secret from ballot_secrets where poll_id = @pollId", new { pollId }, ct))!;
        var choices = Shuffled(ballots.Select(ballot => ballot.Choices));
        var receipts = Shuffled(ballots.Select(ballot => BallotKeys.Receipt(secret, ballot.BallotKey)));

        await tx.ExecuteAsync(KeepBallotSql, choices.Select((text, position) => new { pollId, position, text }), ct);
        await tx.ExecuteAsync(KeepReceiptSql, receipts.Select((text, position) => new { pollId, position, text }), ct);
    }

    private const string KeepBallotSql = "insert into counted_ballots (poll_id, position, choices) values (@pollId, @position, @text)";

    private const string KeepReceiptSql = "insert into receipts (poll_id, position, code) values (@pollId, @position, @text)";

    private static async Task DestroyAsync(DbTransaction tx, PollCard poll, CancellationToken ct)
    {
        await tx.ExecuteAsync("delete from ballots where poll_id = @Id", poll, ct);
        await tx.ExecuteAsync("delete from ballot_secrets where poll_id = @Id", poll, ct);
    }

    private static string[] Shuffled(IEnumerable<string> texts)
    {
        var shuffled = texts.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        return shuffled;
    }

    private sealed record BallotRow(byte[] BallotKey, string Choices);
}
