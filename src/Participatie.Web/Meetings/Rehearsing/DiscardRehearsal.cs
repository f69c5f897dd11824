using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;

namespace Participatie.Web.Meetings.Rehearsing;

/// <summary>Throws a rehearsal away with all that was done in it. A meeting that counts is never touched.</summary>
public sealed class DiscardRehearsal(DbDataSource db, Scrubber scrubber, Feed feed)
{
    /// <summary>False when there is no such rehearsal.</summary>
    public async Task<bool> RunAsync(Guid rehearsalId, CancellationToken ct)
    {
        if (!await db.TransactAsync(tx => DiscardAsync(tx, rehearsalId, ct), ct))
            return false;

        await scrubber.RunAsync();
        await feed.MeetingRemovedAsync(rehearsalId);
        return true;
    }

    /// <summary>Throws away all rehearsals of a meeting, which is about to be held itself.</summary>
    public Task RunAllOfAsync(Guid meetingId, CancellationToken ct) => RunEachAsync("select id from meetings where rehearsal_of = @meetingId", new { meetingId }, ct);

    /// <summary>Throws away the rehearsals that began before a moment.</summary>
    public Task RunAllBeforeAsync(DateTimeOffset moment, CancellationToken ct) =>
        RunEachAsync("select id from meetings where rehearsal_of is not null and starts_at < @moment", new { moment }, ct);

    private async Task RunEachAsync(string sql, object args, CancellationToken ct)
    {
        foreach (var rehearsal in await db.QueryAsync<Guid>(sql, args, ct))
            await RunAsync(rehearsal, ct);
    }

    private static async Task<bool> DiscardAsync(DbTransaction tx, Guid id, CancellationToken ct)
    {
        if (await tx.ExecuteAsync("update meetings set state = 'closed' where id = @id and rehearsal_of is not null", new { id }, ct) == 0)
            return false;

        // Whoever votes at this moment comes before this, or finds the poll closed.
        await tx.ExecuteAsync("update polls set state = 'closed' where meeting_id = @id", new { id }, ct);
        foreach (var table in OfPolls)
            await tx.ExecuteAsync($"delete from {table} where poll_id in (select id from polls where meeting_id = @id)", new { id }, ct);
        foreach (var table in OfMeeting)
            await tx.ExecuteAsync($"delete from {table} where meeting_id = @id", new { id }, ct);
        await tx.ExecuteAsync("delete from meetings where id = @id", new { id }, ct);
        return true;
    }

    private static readonly string[] OfPolls = ["ballots", "ballot_secrets", "counted_ballots", "receipts", "stacks"];

    /// <summary>What refers to others comes before them.</summary>
    private static readonly string[] OfMeeting =
        ["polls", "contributions", "hands", "attendance", "notes", "corrections", "former_holders", "passes", "events", "guests", "agenda_items"];
}
