using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Verification.Anchors;

namespace Participatie.Web.Verification;

/// <summary>What was looked at, and everything that is wrong with it, each in a sentence.</summary>
public sealed record Findings(int Meetings, int Events, int Minutes, int Results, int Anchors, IReadOnlyList<string> Faults);

/// <summary>Part of a verification: how many things there were to look at, and what is wrong with them.</summary>
public sealed record Finding(int Seen, IReadOnlyList<string> Faults);

/// <summary>
/// Checks that nothing was changed afterwards: the chain of every log, the anchors of each day, the fingerprints of published
/// minutes, what the board answered, and every result, which is counted again. Reads only.
/// </summary>
public sealed class Verify(DbDataSource db, VerifyMinutes minutes, VerifyAnswers answers, VerifyResults results, VerifyAnchors anchors)
{
    /// <summary>Looks at all of it.</summary>
    /// <param name="kept">The fingerprint of an anchor that somebody kept outside; null when nobody did.</param>
    public async Task<Findings> RunAsync(CancellationToken ct, string? kept = null)
    {
        // Logs only grow: what was anchored when this begins is in every log that is read after it.
        var anchored = await anchors.ReadAsync(ct);
        var meetings = await db.QueryAsync<Guid>("select id from meetings order by id", null, ct);
        var (count, faults) = VerifyAnchors.Check(anchored);
        var all = new Findings(
            0, 0, 0, 0, count,
            [.. faults, .. kept is null ? [] : VerifyAnchors.Check(anchored, kept), .. VerifyAnchors.Missing(anchored, [.. meetings])]);
        foreach (var meetingId in meetings)
            all = await AddAsync(all, anchored, meetingId, ct);
        return all;
    }

    private async Task<Findings> AddAsync(Findings all, IReadOnlyList<Anchor> anchored, Guid meetingId, CancellationToken ct)
    {
        // The log is read last: in a meeting that goes on it may say more than was read before, never less.
        var kept = await minutes.ReadAsync(meetingId, ct);
        var answered = await answers.ReadAsync(meetingId, ct);
        var polls = await results.ReadAsync(meetingId, ct);
        var log = await VerifyLog.ReadAsync(db, meetingId, ct);

        var (ofLog, ofMinutes, ofResults) = (log.Check(), VerifyMinutes.Check(kept, log), VerifyResults.Check(polls, log));
        return new Findings(
            all.Meetings + 1,
            all.Events + ofLog.Seen,
            all.Minutes + ofMinutes.Seen,
            all.Results + ofResults.Seen,
            all.Anchors,
            [
                .. all.Faults, .. ofLog.Faults, .. VerifyAnchors.Check(anchored, log), .. ofMinutes.Faults, .. VerifyAnswers.Check(answered, log),
                .. ofResults.Faults,
            ]);
    }
}
