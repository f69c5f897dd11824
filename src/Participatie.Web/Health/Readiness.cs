using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Web.Data;

namespace Participatie.Web.Health;

/// <summary>
/// Can this server take a vote: does the database answer, is its schema ours, is there room to write, and are we staying?
/// Many may ask: what was found is the answer for a second, and one of them looks.
/// </summary>
public sealed class Readiness(DbDataSource db, Migrator migrator, IHostApplicationLifetime life, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <summary>Shorter than the patience of whoever probes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>In bytes. Votes of an evening fit in it; whoever watches has that long to make room.</summary>
    private const long LeastRoom = 50L * 1024 * 1024;

    private readonly Lock gate = new();
    private Task<bool>? looking;
    private DateTimeOffset since;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !life.ApplicationStopping.IsCancellationRequested && await IsWellAsync() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();

    private async Task<bool> IsWellAsync()
    {
        try
        {
            return await Look().WaitAsync(Patience, clock);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>What somebody found within this second, or is still looking for: a silent database is asked once.</summary>
    private Task<bool> Look()
    {
        lock (gate)
        {
            if (looking is null || (looking.IsCompleted && (clock.GetUtcNow() - since).Duration() >= Fresh))
            {
                since = clock.GetUtcNow();
                looking = Task.Run(LookAsync); // SQLite waits on the thread that asks
            }

            return looking;
        }
    }

    private async Task<bool> LookAsync()
    {
        try
        {
            return HasRoom() && await migrator.IsCurrentAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is DbException or OperatorFault or IOException or TimeoutException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool HasRoom() => db is not SqliteDataSource sqlite || new DriveInfo(Path.GetDirectoryName(sqlite.File)!).AvailableFreeSpace >= LeastRoom;
}
