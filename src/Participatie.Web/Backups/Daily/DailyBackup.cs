using Microsoft.Extensions.Options;
using Participatie.Web.Shared;

namespace Participatie.Web.Backups.Daily;

/// <summary>Makes a backup each night; one that failed is tried again.</summary>
public sealed class DailyBackup(KeepBackup keep, IOptions<BackupsOptions> options, TimeProvider clock, ILogger<DailyBackup> log)
    : RecurringWork(TimeSpan.FromMinutes(15), clock, log)
{
    public override async Task RunAsync(CancellationToken ct)
    {
        if (options.Value.Daily)
            await keep.RunAsync(BackupName.OfNight(Clock.GetUtcNow()), ct);
    }
}
