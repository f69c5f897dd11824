using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Participatie.Web.Data;
using Participatie.Web.Verification;

namespace Participatie.Web.Backups;

public static class BackupCommands
{
    public static Command CreateBackup()
    {
        var (file, keyFile) = Arguments("The file to write; it must not be there yet.");
        var backup = new Command("backup", "Writes all that this installation keeps into a file, while it runs.") { file, keyFile };
        backup.TreatUnmatchedTokensAsErrors = false;
        backup.SetAction((parsed, ct) => WriteAsync(parsed.GetRequiredValue(file), parsed.GetValue(keyFile), [.. parsed.UnmatchedTokens], ct));
        return backup;
    }

    public static Command CreateRestore()
    {
        var (file, keyFile) = Arguments("The backup.");
        var restore = new Command("restore", "Fills an empty database, of either kind, from a backup, and verifies it.") { file, keyFile };
        restore.TreatUnmatchedTokensAsErrors = false;
        restore.SetAction((parsed, ct) => RestoreAsync(parsed.GetRequiredValue(file), parsed.GetValue(keyFile), [.. parsed.UnmatchedTokens], ct));
        return restore;
    }

    private static (Argument<string> File, Option<string?> KeyFile) Arguments(string description) =>
        (new Argument<string>("file") { Description = description }, new Option<string?>("--key-file") { Description = "A file with 32 random bytes in base 64: seals the backup, and opens it." });

    private static async Task<int> WriteAsync(string file, string? keyFile, string[] settings, CancellationToken ct)
    {
        var since = Stopwatch.GetTimestamp();
        var key = keyFile is null ? null : await BackupKey.ReadAsync(keyFile, ct);
        await using var app = Program.Build(settings);
        if (!await app.Services.GetRequiredService<Migrator>().IsCurrentAsync(ct))
            throw new OperatorFault("The database is not up to date: run 'participatie migrate' first.");

        var outcome = await app.Services.GetRequiredService<BackupStore>().WriteAsync(file, key, ct);
        foreach (var missing in outcome.MissingFiles)
            await Console.Error.WriteLineAsync($"The attachment '{missing}' is not on the disk, or is not what it was: it is not in the backup.");
        if (outcome.OpenSecretPolls > 0)
            await Console.Error.WriteLineAsync($"Secret polls that are open: {outcome.OpenSecretPolls}. Their votes are not in the backup, which would tell who voted what.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Wrote {outcome.Rows} rows and {outcome.Files} attachments, {new FileInfo(file).Length / 1024.0 / 1024:0.0} MB, in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} seconds."));
        return 0;
    }

    private static async Task<int> RestoreAsync(string file, string? keyFile, string[] settings, CancellationToken ct)
    {
        var since = Stopwatch.GetTimestamp();
        var key = keyFile is null ? null : await BackupKey.ReadAsync(keyFile, ct);
        await using var app = Program.Build(settings);
        var rows = await app.Services.GetRequiredService<BackupStore>().RestoreAsync(file, key, ct);
        var found = await app.Services.GetRequiredService<Verify>().RunAsync(ct);
        foreach (var fault in found.Faults)
            await Console.Error.WriteLineAsync(fault);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Restored {rows} rows in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} seconds: {found.Meetings} meetings, {found.Events} events, {found.Minutes} minutes, {found.Results} results, {(found.Faults.Count == 0 ? "all in order" : $"{found.Faults.Count} faults")}."));
        return found.Faults.Count == 0 ? 0 : 1;
    }
}
