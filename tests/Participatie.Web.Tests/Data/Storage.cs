using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

/// <summary>All that a database keeps, for whoever gets hold of the machine it runs on.</summary>
internal static class Storage
{
    /// <summary>Every row of every table as a line of text, with what the database itself notes about it: where it stands and which transaction wrote it.</summary>
    public static async Task<Dictionary<string, List<string>>> AllRowsAsync(this DbDataSource db, CancellationToken ct)
    {
        var all = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in await db.QueryAsync<string>(db.IsPostgres() ? PostgresTablesSql : SqliteTablesSql, null, ct))
            all[table] = await RowsAsync(db, table, ct);
        return all;
    }

    private const string PostgresTablesSql = "select tablename::text from pg_tables where schemaname = 'public'";

    /// <summary>Without the two lists by which the index of what is public finds its own pages.</summary>
    private const string SqliteTablesSql = "select name from pragma_table_list where schema = 'main' and type in ('table', 'shadow') and wr = 0 and name not like 'sqlite_%'";

    private static async Task<List<string>> RowsAsync(DbDataSource db, string table, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"select {(db.IsPostgres() ? "t.xmin::text, t.ctid::text" : "t.rowid")}, t.* from {table} t");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(ct))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(field => Text(reader.GetValue(field)))));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}").ToLowerInvariant(),
    };

    /// <summary>The files themselves, byte by byte, with what is left in them of rows that are gone.</summary>
    public static Task<byte[]> AllBytesAsync(this DbDataSource db, CancellationToken ct) =>
        db is SqliteDataSource sqlite ? ReadAsync(sqlite.File, ct) : ReadAsync(db, ct);

    private static async Task<byte[]> ReadAsync(string file, CancellationToken ct)
    {
        var all = new MemoryStream();
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(all, ct);
        }

        return all.ToArray();
    }

    /// <summary>PostgreSQL shows its files to a superuser, such as the one of a throw-away cluster.</summary>
    private static async Task<byte[]> ReadAsync(DbDataSource postgres, CancellationToken ct)
    {
        Assert.SkipUnless(await postgres.FindAsync<bool>("select rolsuper from pg_roles where rolname = current_user", null, ct), "Only a superuser sees the files.");
        await postgres.ExecuteAsync("checkpoint;", null, ct);
        var all = new MemoryStream();
        foreach (var file in await postgres.QueryAsync<byte[]>(FilesSql, null, ct))
            await all.WriteAsync(file, ct);
        return all.ToArray();
    }

    private const string FilesSql =
        """
        select coalesce(pg_read_binary_file(folder || '/' || file, 0, 100000000, true), '')
        from   (select 'base/' || oid as folder from pg_database where datname = current_database()) here,
               pg_ls_dir(folder) as file
        """;

    /// <summary>How many of these traces a heap of bytes holds.</summary>
    public static int Count(this byte[] bytes, IEnumerable<byte[]> traces) => traces.Count(trace => bytes.AsSpan().IndexOf(trace) >= 0);
}
