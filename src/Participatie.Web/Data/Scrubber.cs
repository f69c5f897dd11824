using System.Data.Common;
using Npgsql;

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
            foreach (var step in Steps())
                await InsistAsync(step);
        }
        catch (DbException fault)
        {
            ScrubberLog.NotScrubbed(log, fault);
        }
    }

    private Func<Task<bool>>[] Steps() => db.IsPostgres()
        ? [() => RewriteAsync(RewriteBallotsSql), () => RewriteAsync(RewriteSecretsSql)]
        : [TruncateJournalAsync];

    /// <summary>Somebody who reads, such as a backup, may be in the way for a moment.</summary>
    private async Task InsistAsync(Func<Task<bool>> step)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await step())
                return;
            await Task.Delay(Pause);
        }

        ScrubberLog.InUse(log);
    }

    /// <summary>
    /// Writes a table and its index anew. A vacuum would leave the bytes of deleted rows in the pages that other rows
    /// share, and, like a full one, keep rows alive that an older snapshot still sees; a change of type, even to the same
    /// type, copies what is there now and nothing else. Who wants to vote meanwhile waits no longer than the lock may take.
    /// </summary>
    private async Task<bool> RewriteAsync(string sql)
    {
        try
        {
            await db.TransactAsync(tx => tx.ExecuteAsync(sql, null, CancellationToken.None), CancellationToken.None);
            return true;
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    private const string RewriteBallotsSql =
        """
        set local lock_timeout = '100ms';
        alter table ballots alter column choices type text using choices || '';
        """;

    private const string RewriteSecretsSql =
        """
        set local lock_timeout = '100ms';
        alter table ballot_secrets alter column secret type bytea using secret || ''::bytea;
        """;

    private async Task<bool> TruncateJournalAsync() =>
        await db.FindAsync<CheckpointRow>("pragma wal_checkpoint(truncate)", null, CancellationToken.None) is { Busy: 0 };

    private sealed record CheckpointRow(long Busy, long Log, long Checkpointed);
}

internal static partial class ScrubberLog
{
    [LoggerMessage(LogLevel.Warning, "What was deleted could not be wiped out now, because the database is in use; it will be tried again")]
    public static partial void InUse(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The database could not be cleaned now; it will be tried again")]
    public static partial void NotScrubbed(ILogger log, Exception fault);
}
