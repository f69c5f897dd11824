using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Tables;

public sealed record AreaRow(string Slug, string Name, string Municipality);

public sealed record TableRow(Guid Id, string Slug, string Name, string Kind, string AreaSlug, string AreaName);

/// <summary>The areas and their tables.</summary>
public sealed class TableStore(DbDataSource db)
{
    /// <summary>Every area, by municipality.</summary>
    public Task<IReadOnlyList<AreaRow>> AreasAsync(CancellationToken ct) => db.QueryAsync<AreaRow>(AreasSql, null, ct);

    private const string AreasSql =
        """
        select   a.slug, a.name, m.name as municipality
        from     areas a
        join     municipalities m on m.tooi = a.municipality
        order by m.name, a.name
        """;

    public Task<IReadOnlyList<TableRow>> TablesAsync(CancellationToken ct) => db.QueryAsync<TableRow>(TablesSql, null, ct);

    private const string TablesSql =
        """
        select   t.id, t.slug, t.name, t.kind, a.slug as area_slug, a.name as area_name
        from     tables t
        join     areas a on a.slug = t.area
        order by a.name, t.name
        """;

    public Task<TableRow?> FindAsync(Guid id, CancellationToken ct) => db.FindAsync<TableRow>(FindSql, new { id }, ct);

    private const string FindSql =
        """
        select t.id, t.slug, t.name, t.kind, a.slug as area_slug, a.name as area_name
        from   tables t
        join   areas a on a.slug = t.area
        where  t.id = @id
        """;

    /// <summary>False when another table has the same slug.</summary>
    public async Task<bool> AddAsync(Guid id, string slug, string name, TableKind kind, string area, CancellationToken ct) =>
        await db.ExecuteAsync(AddSql, new { id, slug, name, kind = kind.Stored(), area }, ct) == 1;

    private const string AddSql =
        """
        insert into tables (id, slug, name, kind, area)
        values (@id, @slug, @name, @kind, @area)
        on conflict (slug) do nothing
        """;

    public async Task<bool> HasAreaAsync(string slug, CancellationToken ct) =>
        await db.FindAsync<long>("select count(*) from areas where slug = @slug", new { slug }, ct) > 0;
}
