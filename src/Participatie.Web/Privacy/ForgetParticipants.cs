using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Privacy;

/// <summary>
/// A year after a meeting nothing in it hangs on anybody's phone any more: what people wrote stays, and so do all results,
/// but nothing tells which two things came from one phone. Who voted what in the open goes too; the counted ballots stay.
/// </summary>
public sealed class ForgetParticipants(DbDataSource db, Scrubber scrubber, TimeProvider clock, ILogger<ForgetParticipants> log)
    : RecurringWork(TimeSpan.FromHours(6), clock, log)
{
    public static readonly TimeSpan After = TimeSpan.FromDays(365);

    public override async Task RunAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var old = await db.QueryAsync<Guid>(OldSql, new { before = now - After }, ct);
        foreach (var meetingId in old)
            await db.TransactAsync(tx => ForgetAsync(tx, meetingId, now, ct), ct);
        if (old.Count > 0)
            await scrubber.RunAsync();
    }

    private const string OldSql = "select id from meetings where forgotten_at is null and state <> 'open' and starts_at < @before";

    private static async Task<bool> ForgetAsync(DbTransaction tx, Guid meetingId, DateTimeOffset now, CancellationToken ct)
    {
        if (await tx.ExecuteAsync("update meetings set forgotten_at = @now where id = @meetingId and forgotten_at is null and state <> 'open'", new { meetingId, now }, ct) == 0)
            return false;

        await Supporters.RenameAsync(tx, await tx.QueryAsync<Supporter>(Supporters.OfMeetingSql, new { meetingId }, ct), ct);
        foreach (var sql in ForgetSql)
            await tx.ExecuteAsync(sql, new { meetingId }, ct);
        return true;
    }

    /// <summary>What one phone did becomes the doing of as many phones: each row is a participant of its own.</summary>
    private static readonly string[] ForgetSql =
    [
        "update passes set participant_id = id where meeting_id = @meetingId and participant_id is not null",
        "update contributions set participant_id = id where meeting_id = @meetingId",
        "update corrections set participant_id = id where meeting_id = @meetingId",
        "delete from former_holders where meeting_id = @meetingId",
        "delete from hands where meeting_id = @meetingId",
        "delete from notes where meeting_id = @meetingId",
        """
        delete from minutes_revisions
        where  meeting_id = @meetingId
        and    revision not in (select revision from minutes where meeting_id = @meetingId)
        and    revision not in (select shared_revision from minutes where meeting_id = @meetingId and shared_revision is not null)
        """,
        "delete from ballots where poll_id in (select id from polls where meeting_id = @meetingId and state in ('closed', 'released'))",
        "delete from ballot_secrets where poll_id in (select id from polls where meeting_id = @meetingId and state in ('closed', 'released'))",
    ];
}
