using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Participatie.Web.Data;

/// <summary>
/// The deeds of a meeting, each carrying the hash of the one before. A transaction first holds the meeting, so that deeds
/// queue up and may rely on what they read, and last appends, which raises the revision: screens know there is news.
/// </summary>
public static class EventLog
{
    public static Task HoldMeetingAsync(this DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        tx.ExecuteAsync("update meetings set revision = revision where id = @meetingId", new { meetingId }, ct);

    /// <summary>Does a deed by one statement and logs it, or does neither: false when the statement changed nothing.</summary>
    public static Task<bool> RecordAsync(this DbDataSource db, Deed deed, string sql, object args, CancellationToken ct) =>
        db.RecordAsync(deed, sql, args, static _ => Task.CompletedTask, ct);

    /// <summary>The same; what <paramref name="follows"/> from the deed is done with it.</summary>
    public static Task<bool> RecordAsync(
        this DbDataSource db, Deed deed, string sql, object args, Func<DbTransaction, Task> follows, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            await tx.HoldMeetingAsync(deed.MeetingId, ct);
            if (await tx.ExecuteAsync(sql, args, ct) == 0)
                return false;

            await follows(tx);
            await tx.AppendAsync(deed, ct);
            return true;
        },
        ct);

    public static async Task AppendAsync(this DbTransaction tx, Deed deed, CancellationToken ct)
    {
        await tx.ExecuteAsync(RaiseRevisionSql, deed, ct);
        var last = await tx.FindAsync<LastRow>(LastSql, deed, ct) ?? new LastRow(0, []);

        var recordedAt = new DateTimeOffset(deed.At.UtcTicks - deed.At.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        var entry = new Event(deed.MeetingId, last.Number + 1, recordedAt, deed.Actor, deed.Kind, Json.Write(deed.Data), last.Hash, []);
        await tx.ExecuteAsync(InsertSql, entry with { Hash = entry.ComputeHash() }, ct);
    }

    private const string RaiseRevisionSql = "update meetings set revision = revision + 1 where id = @MeetingId";

    private const string LastSql =
        """
        select   number, hash
        from     events
        where    meeting_id = @MeetingId
        order by number desc
        limit    1
        """;

    private const string InsertSql =
        """
        insert into events (meeting_id, number, recorded_at, actor, kind, data, previous_hash, hash)
        values (@MeetingId, @Number, @RecordedAt, @Actor, @Kind, @Data, @PreviousHash, @Hash)
        """;

    public static Task<IReadOnlyList<Event>> EventsAsync(this DbDataSource db, Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<Event>(EventsSql, new { meetingId }, ct);

    public static Task<IReadOnlyList<Event>> EventsAsync(this DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        tx.QueryAsync<Event>(EventsSql, new { meetingId }, ct);

    private const string EventsSql =
        """
        select   meeting_id, number, recorded_at, actor, kind, data, previous_hash, hash
        from     events
        where    meeting_id = @meetingId
        order by number
        """;

    /// <summary>The number of the first event that does not fit the chain, or null when all do.</summary>
    public static long? FirstBroken(IReadOnlyList<Event> events)
    {
        byte[] previous = [];
        foreach (var (entry, index) in events.Select((entry, index) => (entry, index)))
        {
            if (entry.Number != index + 1 || !entry.PreviousHash.SequenceEqual(previous) || !entry.Hash.SequenceEqual(entry.ComputeHash()))
                return entry.Number;
            previous = entry.Hash;
        }

        return null;
    }

    private sealed record LastRow(long Number, byte[] Hash);
}

/// <summary>Something that a member of staff did in a meeting; <paramref name="Data"/> never names a participant.</summary>
/// <param name="Actor">The name of the member of staff.</param>
/// <param name="Kind">Its name in the log, such as <c>pollOpened</c>.</param>
public sealed record Deed(Guid MeetingId, string Actor, string Kind, object Data, DateTimeOffset At);

/// <summary>A deed as it is kept.</summary>
public sealed record Event(
    Guid MeetingId, long Number, DateTimeOffset RecordedAt, string Actor, string Kind, string Data, byte[] PreviousHash, byte[] Hash)
{
    /// <summary>SHA-256 over the predecessor's hash and every field, each on a line of its own.</summary>
    public byte[] ComputeHash() => SHA256.HashData(
    [
        .. PreviousHash,
        .. Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{MeetingId}\n{Number}\n{RecordedAt:yyyy-MM-ddTHH:mm:ss.fffZ}\n{Json.Write(Actor)}\n{Kind}\n{Data}")),
    ]);

    public T Read<T>() => Json.Read<T>(Data);
}
