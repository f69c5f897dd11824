using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Verification;

/// <summary>What was looked at, and everything that is wrong with it, each in a sentence.</summary>
public sealed record Findings(int Meetings, int Events, int Minutes, int Results, IReadOnlyList<string> Faults);

/// <summary>Part of a verification: how many things there were to look at, and what is wrong with them.</summary>
public sealed record Finding(int Seen, IReadOnlyList<string> Faults);

/// <summary>
/// Checks that nothing was changed afterwards: the chain of every log, the fingerprints of published minutes, and every
/// result, which is counted again. Reads only.
/// </summary>
public sealed class Verify(DbDataSource db, VerifyMinutes minutes, VerifyResults results)
{
    public async Task<Findings> RunAsync(CancellationToken ct)
    {
        var all = new Findings(0, 0, 0, 0, []);
        foreach (var meetingId in await db.QueryAsync<Guid>("select id from meetings order by id", null, ct))
            all = await AddAsync(all, meetingId, ct);
        return all;
    }

    private async Task<Findings> AddAsync(Findings all, Guid meetingId, CancellationToken ct)
    {
        // The log is read last: in a meeting that goes on it may say more than was read before, never less.
        var kept = await minutes.ReadAsync(meetingId, ct);
        var polls = await results.ReadAsync(meetingId, ct);
        var log = await VerifyLog.ReadAsync(db, meetingId, ct);

        var (ofLog, ofMinutes, ofResults) = (log.Check(), VerifyMinutes.Check(kept, log), VerifyResults.Check(polls, log));
        return new Findings(
            all.Meetings + 1,
            all.Events + ofLog.Seen,
            all.Minutes + ofMinutes.Seen,
            all.Results + ofResults.Seen,
            [.. all.Faults, .. ofLog.Faults, .. ofMinutes.Faults, .. ofResults.Faults]);
    }
}
