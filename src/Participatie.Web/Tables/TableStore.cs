using System.Data.Common;
using Participatie.Core.Decisions;
using Participatie.Web.Data;

namespace Participatie.Web.Tables;

public sealed record AreaRow(string Slug, string Name, string Municipality);

/// <summary>A table and what is agreed with it.</summary>
/// <param name="Mandate">How far its say goes, unless a decision says otherwise; the name of a <see cref="Core.Decisions.Mandate"/>.</param>
/// <param name="ResponseDays">Who must answer has so many days, unless a decision says otherwise.</param>
public sealed record TableRow(Guid Id, string Slug, string Name, string Kind, string Mandate, int ResponseDays, string AreaSlug, string AreaName);

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
        select   t.id, t.slug, t.name, t.kind, t.mandate, t.response_days, a.slug as area_slug, a.name as area_name
        from     tables t
        join     areas a on a.slug = t.area
        order by a.name, t.name
        """;

    public Task<TableRow?> FindAsync(Guid id, CancellationToken ct) => db.FindAsync<TableRow>(FindSql, new { id }, ct);

    private const string FindSql =
        """
        select t.id, t.slug, t.name, t.kind, t.mandate, t.response_days, a.slug as area_slug, a.name as area_name
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

    /// <summary>False when there is no such table.</summary>
    public async Task<bool> SetTermsAsync(Guid id, Mandate mandate, int responseDays, CancellationToken ct) =>
        await db.ExecuteAsync(SetTermsSql, new { id, mandate = mandate.Stored(), responseDays }, ct) == 1;

    private const string SetTermsSql = "update tables set mandate = @mandate, response_days = @responseDays where id = @id";

    public async Task<bool> HasAreaAsync(string slug, CancellationToken ct) =>
        await db.FindAsync<long>("select count(*) from areas where slug = @slug", new { slug }, ct) > 0;
}
