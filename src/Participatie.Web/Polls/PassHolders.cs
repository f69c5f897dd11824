using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Dapper;
using Participatie.Web.Data;

namespace Participatie.Web.Polls;

/// <summary>
/// Remembers who holds which pass, so that a vote costs no reading. It may be out of date for a moment, for instance when
/// another node gave the pass away: the statement that stores a vote checks it, and <see cref="RefreshAsync"/> asks again.
/// </summary>
public sealed class PassHolders
{
    /// <summary>Participants cost nothing to make; memory does.</summary>
    private const int Most = 200_000;

    private readonly ConcurrentDictionary<Holder, HeldPass?> known = new();
    private readonly Lookups<Holder, HeldPass> lookups;
    private readonly DbDataSource db;

    public PassHolders(DbDataSource db)
    {
        this.db = db;
        lookups = new Lookups<Holder, HeldPass>(ReadAsync);
    }

    /// <summary>The pass that this participant holds in the meeting, if any.</summary>
    public ValueTask<HeldPass?> FindAsync(Guid meetingId, Guid participantId) =>
        known.TryGetValue(new Holder(meetingId, participantId), out var pass) ? ValueTask.FromResult(pass) : new(RefreshAsync(meetingId, participantId));

    /// <summary>The same, as the database has it now.</summary>
    public async Task<HeldPass?> RefreshAsync(Guid meetingId, Guid participantId)
    {
        var holder = new Holder(meetingId, participantId);
        if (known.Count >= Most)
            known.Clear();
        return known[holder] = await lookups.FindAsync(holder);
    }

    public void Forget(Guid meetingId, Guid participantId) => known.TryRemove(new Holder(meetingId, participantId), out _);

    private async Task<IReadOnlyDictionary<Holder, HeldPass>> ReadAsync(IReadOnlyList<Holder> holders)
    {
        var found = new Dictionary<Holder, HeldPass>();
        foreach (var meeting in holders.GroupBy(holder => holder.MeetingId, holder => holder.ParticipantId))
        {
            var args = new DynamicParameters();
            args.Add("meetingId", meeting.Key, DbType.Guid);
            var sql = $"{ReadSql} ({InList.Of(args, [.. meeting], DbType.Guid)})";
            foreach (var row in await db.QueryAsync<HolderRow>(sql, args, CancellationToken.None))
                found[new Holder(meeting.Key, row.ParticipantId)] = new HeldPass(row.Id, row.IssuedAt);
        }

        return found;
    }

    private const string ReadSql = "select id, participant_id, issued_at from passes where meeting_id = @meetingId and participant_id in";

    private readonly record struct Holder(Guid MeetingId, Guid ParticipantId);

    private sealed record HolderRow(Guid Id, Guid ParticipantId, DateTimeOffset IssuedAt);
}
