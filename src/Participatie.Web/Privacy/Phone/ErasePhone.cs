using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Privacy.Phone;

/// <summary>
/// Nothing hangs on a phone any more, at its owner's wish. What nobody read yet is deleted; what the table read stays, as do
/// all results, but nothing tells that it came from this phone. With the participant and the cookie goes also the way to its
/// ballots in votes in the open.
/// </summary>
public sealed class ErasePhone(DbDataSource db, PhoneTraces traces, ParticipantCookie cookie, Scrubber scrubber)
{
    /// <summary>False when something is left, because a meeting that goes on needs it.</summary>
    public async Task<bool> RunAsync(HttpContext http, CancellationToken ct)
    {
        var all = await traces.OfAsync(http, ct);
        var participants = all.Where(trace => !trace.IsOpen).Select(trace => trace.Participant).ToHashSet();
        await db.TransactAsync(
            async tx =>
            {
                foreach (var participant in participants)
                    await EraseAsync(tx, participant, ct);
                return participants.Count;
            },
            ct);
        await scrubber.RunAsync();

        if (all.Any(trace => trace.IsOpen))
            return false;

        cookie.Forget(http);
        return true;
    }

    private static async Task EraseAsync(DbTransaction tx, Guid participant, CancellationToken ct)
    {
        await Supporters.RenameAsync(tx, await tx.QueryAsync<Supporter>(Supporters.OfParticipantSql, new { participant }, ct), ct);
        foreach (var sql in EraseSql)
            await tx.ExecuteAsync(sql, new { participant }, ct);
    }

    private static readonly string[] EraseSql =
    [
        "delete from contributions where participant_id = @participant and state = 'waiting'",
        "update contributions set participant_id = id where participant_id = @participant",
        "delete from corrections where participant_id = @participant and verdict is null",
        "update corrections set participant_id = id where participant_id = @participant",
        "update passes set participant_id = id where participant_id = @participant",
        "delete from former_holders where participant_id = @participant",
        "delete from hands where participant_id = @participant",
    ];
}
