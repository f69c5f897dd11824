using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Reading;

public sealed record PlaceRow(string Slug, string Name, string Municipality);

public sealed record PlaceTableRow(Guid Id, string Slug, string Name, string Kind, string AreaSlug, string AreaName);

/// <summary>Areas and tables as readers see them.</summary>
public sealed class PublicPlaces(DbDataSource db)
{
    public Task<IReadOnlyList<PlaceRow>> AreasAsync(CancellationToken ct) =>
        db.QueryAsync<PlaceRow>($"{AreasSql} order by m.name, a.name", null, ct);

    public Task<PlaceRow?> FindAreaAsync(string slug, CancellationToken ct) =>
        db.FindAsync<PlaceRow>($"{AreasSql} where a.slug = @slug", new { slug }, ct);

    private const string AreasSql =
        """
        select a.slug, a.name, m.name as municipality
        from   areas a
        join   municipalities m on m.tooi = a.municipality
        """;

    public Task<IReadOnlyList<PlaceTableRow>> TablesAsync(CancellationToken ct) =>
        db.QueryAsync<PlaceTableRow>($"{TablesSql} order by t.name", null, ct);

    public Task<IReadOnlyList<PlaceTableRow>> TablesInAsync(string area, CancellationToken ct) =>
        db.QueryAsync<PlaceTableRow>($"{TablesSql} where t.area = @area order by t.name", new { area }, ct);

    public Task<PlaceTableRow?> FindTableAsync(string slug, CancellationToken ct) =>
        db.FindAsync<PlaceTableRow>($"{TablesSql} where t.slug = @slug", new { slug }, ct);

    private const string TablesSql =
        """
        select t.id, t.slug, t.name, t.kind, a.slug as area_slug, a.name as area_name
        from   tables t
        join   areas a on a.slug = t.area
        """;
}
