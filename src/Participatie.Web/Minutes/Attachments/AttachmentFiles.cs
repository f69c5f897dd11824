using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Minutes.Attachments;

/// <summary>The folder with the content of attachments: each file is called by its id and written once. No web server serves it.</summary>
public sealed class AttachmentFiles(IOptions<MinutesOptions> options)
{
    private string Folder => Path.GetFullPath(options.Value.AttachmentFolder);

    /// <summary>Writes a file that is not there yet, to the disk itself.</summary>
    /// <returns>The SHA-256 of what was written, lower-case hexadecimal.</returns>
    public async Task<string> WriteAsync(Guid id, Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        await using var file = new FileStream(PathOf(id), FileMode.CreateNew, FileAccess.ReadWrite);
        await content.CopyToAsync(file, ct);
        await file.FlushAsync(ct);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        file.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    /// <summary>The full path of a file; null when it is gone.</summary>
    public string? Find(Guid id) => File.Exists(PathOf(id)) ? PathOf(id) : null;

    /// <summary>The SHA-256 of what is on the disk now; null when it is gone.</summary>
    public async Task<string?> FingerprintAsync(Guid id, CancellationToken ct)
    {
        if (Find(id) is not { } path)
            return null;

        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    /// <summary>Also when it is gone already.</summary>
    public void Delete(Guid id)
    {
        if (File.Exists(PathOf(id)))
            File.Delete(PathOf(id));
    }

    private string PathOf(Guid id) => Path.Combine(Folder, id.ToString("N"));
}
