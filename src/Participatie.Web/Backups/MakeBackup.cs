using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Participatie.Web.Data;
using Participatie.Web.Minutes.Attachments;

namespace Participatie.Web.Backups;

/// <summary>What a backup holds, and what it does not.</summary>
/// <param name="OpenSecretPolls">Polls whose votes are not in it: a backup must not tell afterwards who voted what.</param>
/// <param name="MissingFiles">Attachments that were not on the disk, or were not what they were.</param>
public sealed record BackupOutcome(long Rows, int Files, int OpenSecretPolls, IReadOnlyList<string> MissingFiles);

/// <summary>
/// Writes all that this installation keeps into a stream, while people go on: one moment of the database, and the files of
/// attachments. Either kind of database can be made from it. Votes of secret polls that are open stay out of it: while
/// they are open a ballot can be tied to a phone, and a backup is kept for longer than that.
/// </summary>
public sealed class MakeBackup(DbDataSource db, AttachmentFiles files, TimeProvider clock)
{
    private static readonly string[] OfOpenPolls = ["ballots", "ballot_secrets", "stacks"];

    /// <summary>Makes one now.</summary>
    /// <param name="target">Is written from its beginning to its end.</param>
    public async Task<BackupOutcome> RunAsync(Stream target, CancellationToken ct)
    {
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var tx = await BeginAsync(connection, ct);
        var entries = new List<Entry>();
        foreach (var table in await CopiedTables.ReadAsync(tx, db.IsPostgres(), ct))
            entries.Add(await CopyAsync(tx, zip, table, ct));

        var (copied, missing) = await CopyFilesAsync(tx, zip, ct);
        var migrations = await tx.QueryAsync<string>("select name from schema_migrations order by name", null, ct);
        await WriteAsync(zip, new Manifest(Manifest.Present, clock.GetUtcNow(), migrations, [.. entries, .. copied]), ct);
        return new BackupOutcome(entries.Sum(entry => entry.Rows ?? 0), copied.Count, await tx.FindAsync<int>(OpenSecretPollsSql, null, ct), missing);
    }

    private const string OpenSecretPollsSql = "select count(*) from polls where secret and state = 'open'";

    /// <summary>Sees the database as it is now until the end, and holds nobody up.</summary>
    private static ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct) =>
        connection.BeginTransactionAsync(connection is SqliteConnection ? SqliteReads : IsolationLevel.RepeatableRead, ct);

    /// <summary>The level that Microsoft.Data.Sqlite begins deferred, for who only reads; SQLite itself always shows one moment.</summary>
    private const IsolationLevel SqliteReads = IsolationLevel.ReadUncommitted;

    private async Task<Entry> CopyAsync(DbTransaction tx, ZipArchive zip, CopiedTable table, CancellationToken ct)
    {
        var name = $"tables/{table.Name}.jsonl";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await using var lines = new HashedLines(entry, hash);
        lines.Write(json =>
        {
            json.WriteStartArray();
            foreach (var column in table.Columns)
                json.WriteStringValue(column.Name);
            json.WriteEndArray();
        });

        var rows = 0L;
        await using var reader = await tx.Connection!.ExecuteReaderAsync(new CommandDefinition(SelectSql(table), transaction: tx, cancellationToken: ct));
        while (await reader.ReadAsync(ct))
        {
            lines.Write(json => Write(json, reader, table));
            rows++;
        }

        await lines.FlushAsync();
        return new Entry(name, Convert.ToHexStringLower(hash.GetHashAndReset()), rows);
    }

    private static void Write(Utf8JsonWriter json, DbDataReader row, CopiedTable table)
    {
        json.WriteStartArray();
        for (var column = 0; column < table.Columns.Count; column++)
            json.Write(row, column, table.Columns[column].Kind);
        json.WriteEndArray();
    }

    /// <summary>In the order of the key: the order in which rows came tells who came first.</summary>
    private string SelectSql(CopiedTable table) =>
        $"select {string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""))} from \"{table.Name}\""
        + (OfOpenPolls.Contains(table.Name, StringComparer.Ordinal) ? " where poll_id not in (select id from polls where secret and state = 'open')" : "")
        + (table.Key.Count > 0 ? $" order by {string.Join(", ", table.Key.Select(column => Sorted(table, column)))}" : "");

    /// <summary>Texts by their bytes, on either database.</summary>
    private string Sorted(CopiedTable table, string key) =>
        db.IsPostgres() && table.Columns.Single(column => string.Equals(column.Name, key, StringComparison.Ordinal)).Kind == ColumnKind.Text ? $"\"{key}\" collate \"C\"" : $"\"{key}\"";

    private async Task<(IReadOnlyList<Entry> Copied, IReadOnlyList<string> Missing)> CopyFilesAsync(DbTransaction tx, ZipArchive zip, CancellationToken ct)
    {
        var (copied, missing) = (new List<Entry>(), new List<string>());
        foreach (var file in await tx.QueryAsync<FileRow>("select id, name, sha256 from attachments where removed_at is null order by id", null, ct))
        {
            if (files.Find(file.Id) is not { } path || await CopyFileAsync(zip, file.Id, path, ct) is not { } entry)
                missing.Add(file.Name);
            else if (string.Equals(entry.Sha256, file.Sha256, StringComparison.Ordinal))
                copied.Add(entry);
            else
                missing.Add(file.Name);
        }

        return (copied, missing);
    }

    /// <summary>Null when somebody removed it a moment ago.</summary>
    private static async Task<Entry?> CopyFileAsync(ZipArchive zip, Guid id, string path, CancellationToken ct)
    {
        try
        {
            await using var content = File.OpenRead(path);
            var name = $"attachments/{id:N}";
            await using (var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct))
                await content.CopyToAsync(entry, ct);
            content.Position = 0;
            return new Entry(name, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)), Rows: null);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(ZipArchive zip, Manifest manifest, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(Manifest.Name).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(entry, manifest, JsonSerializerOptions.Web, ct);
    }

    private sealed record FileRow(Guid Id, string Name, string Sha256);
}
