using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Participatie.Web.Data;

/// <summary>
/// Brings the schema up to date: each file in a transaction of its own, its checksum kept. Two programs may start at
/// once: inside each transaction, under the database's lock, the migrator looks again whether there is work left.
/// </summary>
public sealed class Migrator(DbDataSource db, TimeProvider clock)
{
    public Task<IReadOnlyList<string>> RunAsync(CancellationToken ct) => RunAsync(Migration.For(db.IsPostgres()), ct);

    /// <summary>Applies what is missing and returns the names of the migrations that this call applied.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<Migration> migrations, CancellationToken ct)
    {
        await db.TransactAsync(tx => CreateHistoryAsync(tx, ct), ct);
        var applied = await db.QueryAsync<AppliedRow>(AppliedSql, null, ct);
        Check(applied, migrations);

        var pending = migrations.Skip(applied.Count).ToList();
        if (pending.Count > 0 && applied.Count > 0)
            await BackUpAsync(applied[^1].Name, ct);

        var done = new List<string>();
        foreach (var migration in pending)
        {
            if (await db.TransactAsync(tx => ApplyAsync(tx, migration, ct), ct))
                done.Add(migration.Name);
        }

        return done;
    }

    /// <summary>Is there nothing left to apply? Only looks.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken ct)
    {
        var migrations = Migration.For(db.IsPostgres());
        await using var connection = await db.OpenConnectionAsync(ct);
        try
        {
            var applied = (await connection.QueryAsync<AppliedRow>(new CommandDefinition(AppliedSql, cancellationToken: ct))).AsList();
            Check(applied, migrations);
            return applied.Count == migrations.Count;
        }
        catch (DbException)
        {
            return false; // the database answers, but has no history yet
        }
    }

    private async Task<bool> CreateHistoryAsync(DbTransaction tx, CancellationToken ct)
    {
        await LockAsync(tx, ct);
        await tx.ExecuteAsync(CreateHistorySql, null, ct);
        return true;
    }

    private const string CreateHistorySql =
        """
        create table if not exists schema_migrations (
            name        text         not null primary key,
            checksum    text         not null,
            applied_at  timestamptz  not null
        )
        """;

    private const string AppliedSql = "select name, checksum from schema_migrations order by name";

    private static void Check(IReadOnlyList<AppliedRow> applied, IReadOnlyList<Migration> migrations)
    {
        foreach (var (row, index) in applied.Select((row, index) => (row, index)))
        {
            var migration = migrations.FirstOrDefault(m => string.Equals(m.Name, row.Name, StringComparison.Ordinal))
                ?? throw new OperatorFault($"The database was made by a newer version: this program has no migration '{row.Name}'.");
            if (!string.Equals(migration.Checksum, row.Checksum, StringComparison.Ordinal))
                throw new OperatorFault($"The migration '{row.Name}' was changed after it had been applied: restore the original file.");
            if (!string.Equals(migrations[index].Name, row.Name, StringComparison.Ordinal))
                throw new OperatorFault($"The migration '{migrations[index].Name}' was added before '{row.Name}', which is applied already: give it a higher number.");
        }
    }

    private async Task<bool> ApplyAsync(DbTransaction tx, Migration migration, CancellationToken ct)
    {
        await LockAsync(tx, ct);
        if (await tx.FindAsync<string>("select name from schema_migrations where name = @Name", migration, ct) is not null)
            return false;

        await tx.ExecuteAsync(migration.Text, null, ct);
        await tx.ExecuteAsync(
            "insert into schema_migrations (name, checksum, applied_at) values (@Name, @Checksum, @now)",
            new { migration.Name, migration.Checksum, now = clock.GetUtcNow() },
            ct);
        return true;
    }

    /// <summary>SQLite's transactions begin immediate and so need no further lock.</summary>
    private async Task LockAsync(DbTransaction tx, CancellationToken ct)
    {
        if (db.IsPostgres())
            await tx.ExecuteAsync("select pg_advisory_xact_lock(hashtext('participatie.migrations'))", null, ct);
    }

    private async Task BackUpAsync(string version, CancellationToken ct)
    {
        if (db is not SqliteDataSource sqlite)
            return;

        var copy = $"{sqlite.File}.{version}.{clock.GetUtcNow():yyyyMMddHHmmss}.backup";
        var part = $"{copy}.part";
        try
        {
            await db.ExecuteAsync("vacuum into @part", new { part }, ct);
            await LeaveOutSecretVotesAsync(part, ct);
            File.Move(part, copy);
        }
        catch (Exception fault) when (fault is SqliteException or IOException)
        {
            throw new OperatorFault($"The database could not be copied to '{copy}' before its upgrade, so nothing was changed: {fault.Message}", fault);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The copy is kept for longer than a secret poll is open, and until then its ballots can be tied to a phone.</summary>
    private static async Task LeaveOutSecretVotesAsync(string copy, CancellationToken ct)
    {
        await using var source = SqliteDataSource.Create($"Data Source={copy};Pooling=False");
        if (await source.FindAsync<long>("select count(*) from sqlite_master where name in ('ballots', 'ballot_secrets')", null, ct) == 2)
            await source.TransactAsync(tx => tx.ExecuteAsync(LeaveOutSql, null, ct), ct);
    }

    private const string LeaveOutSql =
        """
        delete from ballots where poll_id in (select id from polls where secret and state = 'open');
        update ballot_secrets set secret = randomblob(32) where poll_id in (select id from polls where secret and state = 'open');
        """;

    private sealed record AppliedRow(string Name, string Checksum);
}
