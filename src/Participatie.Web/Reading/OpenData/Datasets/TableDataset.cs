using System.Data.Common;
using Participatie.Web.Reading.OpenData.Resources;
using Participatie.Web.Tables;

namespace Participatie.Web.Reading.OpenData.Datasets;

public sealed class TableDataset(DbDataSource db) : Dataset<Tafel, PlaceTableRow>(db)
{
    public const string Path = "tafels";

    public override string Name => Path;

    public override string One => "een tafel";

    public override string About => "Alle tafels.";

    public override string IdPattern => "{id}";

    public override IReadOnlyList<Filter> Filters { get; } = [OpenData.Filters.Area];

    protected override string ColumnsSql => "t.id, t.slug, t.name, t.kind, a.slug as area_slug, a.name as area_name";

    protected override string SourceSql => "from tables t join areas a on a.slug = t.area";

    protected override string KeySql => "t.slug";

    protected override string OrderSql => "a.name, t.name, t.slug";

    protected override object ToKey(string id) => id;

    protected override Task<IReadOnlyList<Tafel>> ShowAsync(IReadOnlyList<PlaceTableRow> rows, Addresses address, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Tafel>>([.. rows.Select(row => Show(row, address))]);

    public override object Example(Addresses address) =>
        Show(new PlaceTableRow(Guid.Empty, "wijktafel-overvecht", "Wijktafel Overvecht", "neighbourhood", "utrecht-overvecht", "Utrecht Overvecht"), address);

    private static Tafel Show(PlaceTableRow row, Addresses address) => new()
    {
        Id = row.Slug,
        Url = address.Api($"{Path}/{row.Slug}"),
        Webpaginalink = address.Page($"/tafels/{row.Slug}"),
        Naam = row.Name,
        Soort = Woorden.Of(Enum.Parse<TableKind>(row.Kind, ignoreCase: true)),
        Wijk = address.To(AreaDataset.Path, row.AreaSlug, row.AreaName),
        Vergaderingen = address.Api($"{MeetingDataset.Path}?tafel={row.Slug}"),
        Besluiten = address.Api($"{DecisionDataset.Path}?tafel={row.Slug}"),
    };
}
