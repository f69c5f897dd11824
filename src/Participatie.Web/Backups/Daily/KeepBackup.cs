using Microsoft.Extensions.Options;
using Participatie.Web.Data;

namespace Participatie.Web.Backups.Daily;

/// <summary>Makes a backup in the folder for them, writes down how that went, and removes those that are no longer needed.</summary>
public sealed class KeepBackup(BackupStore store, BackupLog log, IOptions<BackupsOptions> options, ILogger<KeepBackup> logger)
{
    private string Folder => Path.GetFullPath(options.Value.Folder);

    /// <summary>Makes it now.</summary>
    /// <param name="name">By <see cref="BackupName"/>.</param>
    /// <returns>False when it failed, which the log of backups says too, or when somebody else is at it.</returns>
    public async Task<bool> RunAsync(string name, CancellationToken ct)
    {
        if (!await log.TryBeginAsync(name, ct))
            return false;

        try
        {
            await WriteAsync(name, ct);
        }
        catch (OperatorFault fault)
        {
            KeepBackupLog.Failed(logger, fault.Message);
            await log.FailAsync(name, fault.Message, CancellationToken.None);
            return false;
        }

        await RotateAsync(ct);
        return true;
    }

    private async Task WriteAsync(string name, CancellationToken ct)
    {
        var key = options.Value.KeyFile is { Length: > 0 } keyFile ? await BackupKey.ReadAsync(keyFile, ct) : null;
        var path = Path.Combine(Folder, name);
        BackupStore.Remove(path); // whole, but nobody wrote that down: the server was stopped between the two
        var outcome = await store.WriteAsync(path, key, ct);
        await log.FinishAsync(name, new FileInfo(path).Length, outcome.MissingFiles.Count, ct);
    }

    private async Task RotateAsync(CancellationToken ct)
    {
        foreach (var name in Rotation.Superfluous((await log.AllAsync(ct)).Where(backup => backup.FinishedAt is not null).Select(backup => backup.Name), options.Value))
        {
            BackupStore.Remove(Path.Combine(Folder, name));
            await log.ForgetAsync(name, ct);
        }
    }
}

internal static partial class KeepBackupLog
{
    [LoggerMessage(LogLevel.Error, "The backup failed: {Fault}")]
    public static partial void Failed(ILogger logger, string fault);
}
