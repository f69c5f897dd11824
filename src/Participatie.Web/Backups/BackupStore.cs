using System.Security.Cryptography;
using Participatie.Web.Data;

namespace Participatie.Web.Backups;

/// <summary>Backups as files: written beside their name and renamed when they are whole, for nobody else to read.</summary>
public sealed class BackupStore(MakeBackup makeBackup, RestoreBackup restoreBackup, Scrubber scrubber)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a backup.</summary>
    /// <param name="key">Null for a file that everybody can read who has it.</param>
    public async Task<BackupOutcome> WriteAsync(string path, byte[]? key, CancellationToken ct)
    {
        if (File.Exists(path))
            throw new OperatorFault($"'{path}' is there already: name another file.");

        var part = $"{path}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var outcome = await WritePartAsync(part, key, ct);
            File.Move(part, path);
            return outcome;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OperatorFault($"The backup cannot be written: {fault.Message}", fault);
        }
        finally
        {
            Remove(part);
            await scrubber.RunAsync(); // which a backup that reads keeps waiting
        }
    }

    /// <summary>Also when it is gone already.</summary>
    public static void Remove(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>Fills the database from a backup.</summary>
    /// <returns>How many rows were restored.</returns>
    public async Task<long> RestoreAsync(string path, byte[]? key, CancellationToken ct)
    {
        await using var file = OpenFile(path);
        if (!SealedFile.IsSealed(file))
            return await RestoreAsync(file, ct);
        if (key is null)
            throw new OperatorFault("The backup is sealed: name the file of its key with --key-file.");

        await using var open = Temporary(path);
        try
        {
            await SealedFile.OpenAsync(file, open, key, ct);
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new OperatorFault("The backup cannot be opened: the key is another, or the file was changed or cut off.", fault);
        }

        return await RestoreAsync(open, ct);
    }

    private async Task<long> RestoreAsync(Stream content, CancellationToken ct)
    {
        using var backup = await BackupFile.OpenAsync(content, ct);
        return await restoreBackup.RunAsync(backup, ct);
    }

    private async Task<BackupOutcome> WritePartAsync(string part, byte[]? key, CancellationToken ct)
    {
        await using var file = Create(part, FileOptions.None);
        BackupOutcome outcome;
        if (key is null)
        {
            outcome = await makeBackup.RunAsync(file, ct);
        }
        else
        {
            await using var open = Temporary(part);
            outcome = await makeBackup.RunAsync(open, ct);
            open.Position = 0;
            await SealedFile.SealAsync(open, file, key, ct);
        }

        await file.FlushAsync(ct);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        return outcome;
    }

    /// <summary>Beside the file, so that there is room for it; gone when it is closed.</summary>
    private static FileStream Temporary(string path) => Create($"{path}.{Guid.NewGuid():N}.open", FileOptions.DeleteOnClose);

    private static FileStream Create(string path, FileOptions options)
    {
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = options };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = OwnerOnly;
        return new FileStream(path, how);
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OperatorFault($"The backup cannot be read: {fault.Message}", fault);
        }
    }
}
