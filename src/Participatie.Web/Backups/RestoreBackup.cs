using System.Data.Common;
using System.Text.Json;
using Dapper;
using Npgsql;
using Participatie.Web.Data;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Polls;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Backups;

/// <summary>
/// Fills an empty database from a backup, of whichever kind either is. The rows come in one transaction: a fault leaves the
/// database as empty as it was.
/// </summary>
public sealed class RestoreBackup(DbDataSource db, Migrator migrator, AttachmentFiles files, RebuildIndex index)
{
    /// <summary>What the first start of an empty server writes by itself.</summary>
    private static readonly string[] ByItself = ["municipalities", "areas", "secrets", "data_protection_keys", "backups"];

    /// <summary>Fills the database, and puts back the attachments that are not there.</summary>
    /// <returns>How many rows were restored.</returns>
    public async Task<long> RunAsync(BackupFile backup, CancellationToken ct)
    {
        await migrator.RunAsync(UpTo(backup.Manifest.Migrations), ct);
        var rows = await db.TransactAsync(tx => FillAsync(tx, backup, ct), ct);
        foreach (var entry in backup.Manifest.Entries.Where(entry => entry.Rows is null))
            await PutBackAsync(backup, entry, ct);
        await migrator.RunAsync(ct);
        await index.RunAsync(ct);
        return rows;
    }

    /// <summary>The migrations that make the schema as it was when the backup was made.</summary>
    private IReadOnlyList<Migration> UpTo(IReadOnlyList<string> made)
    {
        var all = Migration.For(db.IsPostgres());
        var known = all.Concat(Migration.For(!db.IsPostgres())).Select(migration => migration.Name).ToHashSet(StringComparer.Ordinal);
        if (made.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new OperatorFault($"The backup was made by a newer version: this program has no migration '{unknown}'.");

        return [.. all.Where(migration => string.CompareOrdinal(migration.Name, made[^1]) <= 0)];
    }

    private async Task<long> FillAsync(DbTransaction tx, BackupFile backup, CancellationToken ct)
    {
        var tables = await CopiedTables.ReadAsync(tx, db.IsPostgres(), ct);
        foreach (var table in tables.Reverse())
        {
            if (!ByItself.Contains(table.Name, StringComparer.Ordinal) && await tx.FindAsync<long>($"select count(*) from \"{table.Name}\"", null, ct) > 0)
                throw new OperatorFault("The database is not empty: restore into a new one, and keep this one until you have seen that all is well.");

            await tx.ExecuteAsync($"delete from \"{table.Name}\"", null, ct);
        }

        var rows = 0L;
        foreach (var table in tables)
            rows += await FillAsync(tx, backup, table, ct);
        foreach (var poll in await tx.QueryAsync<Guid>(WithoutSecretSql, null, ct))
            await tx.ExecuteAsync("insert into ballot_secrets (poll_id, secret) values (@poll, @secret)", new { poll, secret = BallotKeys.NewSecret() }, ct);
        return rows;
    }

    /// <summary>Open, and without what its votes were stored under: people vote in it anew.</summary>
    private const string WithoutSecretSql = "select id from polls where state = 'open' and id not in (select poll_id from ballot_secrets)";

    private static async Task<long> FillAsync(DbTransaction tx, BackupFile backup, CopiedTable table, CancellationToken ct)
    {
        await using var part = await backup.OpenPartAsync($"tables/{table.Name}.jsonl", ct);
        if (part is null)
            return 0;

        using var lines = new StreamReader(part);
        var names = JsonSerializer.Deserialize<string[]>((await lines.ReadLineAsync(ct))!)!;
        var columns = Array.ConvertAll(names, name => table.Columns.Single(column => string.Equals(column.Name, name, StringComparison.Ordinal)));
        return tx.Connection is NpgsqlConnection postgres
            ? await ImportAsync(postgres, table.Name, columns, lines, ct)
            : await InsertAsync(tx, table.Name, columns, lines, ct);
    }

    private static async Task<long> ImportAsync(NpgsqlConnection postgres, string table, Column[] columns, StreamReader lines, CancellationToken ct)
    {
        await using var import = await postgres.BeginBinaryImportAsync($"copy \"{table}\" ({Names(columns)}) from stdin (format binary)", ct);
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            using var row = JsonDocument.Parse(line);
            await import.StartRowAsync(ct);
            for (var column = 0; column < columns.Length; column++)
                await import.WriteAsync(row.RootElement[column].Read(columns[column].Kind), columns[column].Type, ct);
        }

        return (long)await import.CompleteAsync(ct);
    }

    private static async Task<long> InsertAsync(DbTransaction tx, string table, Column[] columns, StreamReader lines, CancellationToken ct)
    {
        await using var insert = tx.Connection!.CreateCommand();
        insert.Transaction = tx;
        insert.CommandText = $"insert into \"{table}\" ({Names(columns)}) values ({string.Join(", ", columns.Select((_, number) => $"@p{number}"))})";
        foreach (var number in Enumerable.Range(0, columns.Length))
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"@p{number}";
            insert.Parameters.Add(parameter);
        }

        var rows = 0L;
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            using var row = JsonDocument.Parse(line);
            for (var column = 0; column < columns.Length; column++)
                insert.Parameters[column].Value = row.RootElement[column].Read(columns[column].Kind);
            rows += await insert.ExecuteNonQueryAsync(ct);
        }

        return rows;
    }

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    private async Task PutBackAsync(BackupFile backup, Entry entry, CancellationToken ct)
    {
        var id = Guid.ParseExact(entry.Name.Split('/')[1], "N");
        if (string.Equals(await files.FingerprintAsync(id, ct), entry.Sha256, StringComparison.Ordinal))
            return; // it never went away

        await using var part = await backup.OpenPartAsync(entry.Name, ct);
        await files.WriteAsync(id, part!, ct);
    }
}
