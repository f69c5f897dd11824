using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Backups;

/// <summary>A column of a table.</summary>
/// <param name="Type">As this database calls it.</param>
public sealed record Column(string Name, string Type)
{
    public ColumnKind Kind { get; } = ColumnKinds.Of(Type);
}

/// <summary>A table as the database itself describes it.</summary>
/// <param name="Key">The columns of its primary key: a copy is in their order, which tells nothing of who came first.</param>
public sealed record CopiedTable(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<string> Key);

/// <summary>
/// What there is to copy, asked of the database: a table that a later migration adds cannot be forgotten. What can be made
/// anew from the rest is left out.
/// </summary>
public static class CopiedTables
{
    /// <summary>The list of migrations is in the manifest; what is searched in is made anew.</summary>
    private static readonly string[] LeftOut = ["schema_migrations", "documents", "document_terms"];

    /// <summary>All tables, each after those that it refers to.</summary>
    public static async Task<IReadOnlyList<CopiedTable>> ReadAsync(DbTransaction tx, bool postgres, CancellationToken ct)
    {
        var columns = await tx.QueryAsync<ColumnRow>(postgres ? PostgresColumnsSql : SqliteColumnsSql, null, ct);
        var references = await tx.QueryAsync<ReferenceRow>(postgres ? PostgresReferencesSql : SqliteReferencesSql, null, ct);
        var tables = columns
            .Where(column => !LeftOut.Contains(column.TableName, StringComparer.Ordinal) && !column.TableName.StartsWith("document_terms_", StringComparison.Ordinal))
            .GroupBy(column => column.TableName, StringComparer.Ordinal)
            .Select(group => new CopiedTable(
                group.Key,
                [.. group.Select(column => new Column(column.Name, column.Type))],
                [.. group.Where(column => column.KeyPosition > 0).OrderBy(column => column.KeyPosition).Select(column => column.Name)]));
        return InOrder([.. tables], references.ToLookup(reference => reference.TableName, reference => reference.RefersTo, StringComparer.Ordinal));
    }

    private const string SqliteColumnsSql =
        """
        select   t.name as table_name, c.name, c.type, cast(c.pk as integer) as key_position
        from     pragma_table_list t
        join     pragma_table_info(t.name) c
        where    t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite!_%' escape '!'
        order by t.name, c.cid
        """;

    private const string SqliteReferencesSql =
        """
        select distinct t.name as table_name, f."table" as refers_to
        from   pragma_table_list t
        join   pragma_foreign_key_list(t.name) f
        where  t.schema = 'main' and t.type = 'table'
        """;

    private const string PostgresColumnsSql =
        """
        select   t.relname as table_name, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                 coalesce(array_position(k.conkey, a.attnum), 0) as key_position
        from     pg_class t
        join     pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        left join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
        where    t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
        order by t.relname, a.attnum
        """;

    private const string PostgresReferencesSql =
        """
        select distinct t.relname as table_name, r.relname as refers_to
        from   pg_constraint k
        join   pg_class t on t.oid = k.conrelid
        join   pg_class r on r.oid = k.confrelid
        where  k.contype = 'f' and t.relnamespace = current_schema()::regnamespace
        """;

    private static List<CopiedTable> InOrder(IReadOnlyList<CopiedTable> tables, ILookup<string, string> references)
    {
        var ordered = new List<CopiedTable>();
        var waiting = tables.ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(table => references[table.Name].All(other =>
                string.Equals(other, table.Name, StringComparison.Ordinal) || !waiting.Exists(one => string.Equals(one.Name, other, StringComparison.Ordinal))));
            if (ready.Count == 0)
                throw new NotSupportedException($"These tables refer to each other in a circle: {string.Join(", ", waiting.Select(table => table.Name))}.");

            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }

        return ordered;
    }

    private sealed record ColumnRow(string TableName, string Name, string Type, int KeyPosition);

    private sealed record ReferenceRow(string TableName, string RefersTo);
}
