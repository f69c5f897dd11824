using System.Collections.Concurrent;
using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>A poll in which people vote now, with the keys that hide them.</summary>
public sealed record LivePoll(Guid Id, Guid MeetingId, Poll Rules, DateTimeOffset OpenedAt, BallotKeys Keys);

/// <summary>
/// The open polls, remembered so that a vote costs no reading. An entry may be out of date for a moment; the ballot box
/// asks the database whether the poll is still open.
/// </summary>
public sealed class LivePolls
{
    private readonly ConcurrentDictionary<Guid, LivePoll> known = new();
    private readonly SharedReading<Guid, LivePoll?> readings;
    private readonly DbDataSource db;
    private readonly PollStore polls;

    public LivePolls(DbDataSource db, PollStore polls)
    {
        (this.db, this.polls) = (db, polls);
        readings = new SharedReading<Guid, LivePoll?>(ReadAsync);
    }

    /// <summary>The poll, or null when people cannot vote in it.</summary>
    public ValueTask<LivePoll?> FindAsync(Guid pollId) =>
        known.TryGetValue(pollId, out var poll) ? ValueTask.FromResult<LivePoll?>(poll) : new(readings.ReadAsync(pollId));

    private async Task<LivePoll?> ReadAsync(Guid pollId)
    {
        if (await polls.FindAsync(pollId, CancellationToken.None) is not { Rules.State: PollState.Open } card
            || await db.FindAsync<byte[]>(SecretSql, new { pollId }, CancellationToken.None) is not { } secret)
            return null;
        return known.GetOrAdd(pollId, new LivePoll(card.Id, card.MeetingId, card.Rules, card.OpenedAt!.Value, new BallotKeys(secret)));
    }

    private const string SecretSql = "select secret from ballot_secrets where poll_id = @pollId";

    /// <summary>Forgets a poll and its keys.</summary>
    public void Forget(Guid pollId) => known.TryRemove(pollId, out _);

    /// <summary>Forgets every poll of a meeting but the one that is open now.</summary>
    public void ForgetAllBut(Guid meetingId, Guid? openPollId)
    {
        foreach (var poll in known.Values.Where(poll => poll.MeetingId == meetingId && poll.Id != openPollId))
            Forget(poll.Id);
    }
}
