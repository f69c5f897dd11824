using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Participatie.Web.Data;

namespace Participatie.Web.Backups;

/// <summary>A backup that was opened and found whole.</summary>
public sealed class BackupFile : IDisposable
{
    private readonly ZipArchive zip;

    private BackupFile(ZipArchive zip, Manifest manifest)
    {
        this.zip = zip;
        Manifest = manifest;
    }

    public Manifest Manifest { get; }

    /// <summary>Reads all of it once, and refuses a file in which anything is not as it was written.</summary>
    /// <param name="content">Can be read in any order.</param>
    public static async Task<BackupFile> OpenAsync(Stream content, CancellationToken ct)
    {
        try
        {
            var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var manifest = await ReadAsync(archive, ct);
            foreach (var entry in manifest.Entries)
            {
                await using var part = await (archive.GetEntry(entry.Name) ?? throw Damaged(entry.Name)).OpenAsync(ct);
                if (!string.Equals(Convert.ToHexStringLower(await SHA256.HashDataAsync(part, ct)), entry.Sha256, StringComparison.Ordinal))
                    throw Damaged(entry.Name);
            }

            return new BackupFile(archive, manifest);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            throw new OperatorFault("This file is not a backup of Participatie, or it was cut off.", fault);
        }
    }

    /// <summary>A part by its name; null when the backup has none.</summary>
    public async Task<Stream?> OpenPartAsync(string name, CancellationToken ct) =>
        zip.GetEntry(name) is { } entry ? await entry.OpenAsync(ct) : null;

    public void Dispose() => zip.Dispose();

    private static async Task<Manifest> ReadAsync(ZipArchive archive, CancellationToken ct)
    {
        await using var part = await (archive.GetEntry(Manifest.Name) ?? throw new InvalidDataException()).OpenAsync(ct);
        var manifest = await JsonSerializer.DeserializeAsync<Manifest>(part, JsonSerializerOptions.Web, ct);
        return manifest is { Format: Manifest.Present } ? manifest : throw new OperatorFault("The backup was made by a newer version of this program: restore it with that one.");
    }

    private static OperatorFault Damaged(string name) => new($"The backup is damaged: '{name}' is not as it was written. Use another one.");
}
