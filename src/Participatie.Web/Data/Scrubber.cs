using System.Data.Common;

namespace Participatie.Web.Data;

/// <summary>
/// Removes what a deleted row leaves behind, so that neither the database nor its journal still holds the ballots of a
/// secret poll. The deletion itself is done; when the cleaning cannot be finished now it is tried again at the next
/// closing and at the next start, and never turns a closed poll into a failure.
/// </summary>
public sealed class Scrubber(DbDataSource db, ILogger<Scrubber> log)
{
    private const int Attempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task RunAsync()
    {
        try
        {
            if (db.IsPostgres())
                await VacuumAsync();
            else
                await TruncateJournalAsync();
        }
        catch (DbException fault)
        {
            ScrubberLog.NotScrubbed(log, fault);
        }
    }

    private async Task VacuumAsync()
    {
        await db.ExecuteAsync("vacuum ballots", null, CancellationToken.None);
        await db.ExecuteAsync("vacuum ballot_secrets", null, CancellationToken.None);
    }

    /// <summary>A reader may hold up the journal for a moment.</summary>
    private async Task TruncateJournalAsync()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await db.FindAsync<CheckpointRow>("pragma wal_checkpoint(truncate)", null, CancellationToken.None) is { Busy: 0 })
                return;
            await Task.Delay(Pause);
        }

        ScrubberLog.JournalBusy(log);
    }

    private sealed record CheckpointRow(long Busy, long Log, long Checkpointed);
}

internal static partial class ScrubberLog
{
    [LoggerMessage(LogLevel.Warning, "The journal could not be emptied now; it will be tried again")]
    public static partial void JournalBusy(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The database could not be cleaned now; it will be tried again")]
    public static partial void NotScrubbed(ILogger log, Exception fault);
}
