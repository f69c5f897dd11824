using System.Collections.Concurrent;
using System.Data.Common;
using Participatie.Core.Polls;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>A poll in which people vote now, with the key that hides them.</summary>
public sealed record LivePoll(Guid Id, Guid MeetingId, Poll Rules, DateTimeOffset OpenedAt, byte[] Secret);

/// <summary>
/// The open polls, remembered so that a vote costs no reading. An entry may be out of date for a moment; the ballot box
/// asks the database whether the poll is still open.
/// </summary>
public sealed class LivePolls(DbDataSource db, PollStore polls)
{
    private readonly ConcurrentDictionary<Guid, LivePoll> known = new();

    /// <summary>The poll, or null when people cannot vote in it.</summary>
    public async ValueTask<LivePoll?> FindAsync(Guid pollId, CancellationToken ct)
    {
        if (known.TryGetValue(pollId, out var poll))
            return poll;
        if (await polls.FindAsync(pollId, ct) is not { Rules.State: PollState.Open } card)
            return null;
        if (await db.FindAsync<byte[]>("select secret from ballot_secrets where poll_id = @pollId", new { pollId }, ct) is not { } secret)
            return null;
        return known.GetOrAdd(pollId, new LivePoll(card.Id, card.MeetingId, card.Rules, card.OpenedAt!.Value, secret));
    }

    /// <summary>Forgets a poll and its key.</summary>
    public void Forget(Guid pollId) => known.TryRemove(pollId, out _);

    /// <summary>Forgets every poll of a meeting but the one that is open now.</summary>
    public void ForgetAllBut(Guid meetingId, Guid? openPollId)
    {
        foreach (var poll in known.Values.Where(poll => poll.MeetingId == meetingId && poll.Id != openPollId))
            Forget(poll.Id);
    }
}
