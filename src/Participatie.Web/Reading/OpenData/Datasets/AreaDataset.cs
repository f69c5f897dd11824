using System.Data.Common;
using Participatie.Web.Reading.OpenData.Resources;

namespace Participatie.Web.Reading.OpenData.Datasets;

public sealed class AreaDataset(DbDataSource db) : Dataset<Wijk, PlaceRow>(db)
{
    public const string Path = "wijken";

    public override string Name => Path;

    public override string One => "een wijk";

    public override string About => "Alle wijken, ook als daar nog geen tafel is.";

    public override string IdPattern => "{id}";

    public override IReadOnlyList<Filter> Filters => [];

    protected override string ColumnsSql => "a.slug, a.name, g.name as municipality";

    protected override string SourceSql => "from areas a join municipalities g on g.tooi = a.municipality";

    protected override string KeySql => "a.slug";

    protected override string OrderSql => "g.name, a.name, a.slug";

    protected override object ToKey(string id) => id;

    protected override Task<IReadOnlyList<Wijk>> ShowAsync(IReadOnlyList<PlaceRow> rows, Addresses address, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Wijk>>([.. rows.Select(row => Show(row, address))]);

    public override object Example(Addresses address) => Show(new PlaceRow("utrecht-overvecht", "Utrecht Overvecht", "Utrecht"), address);

    private static Wijk Show(PlaceRow row, Addresses address) => new()
    {
        Id = row.Slug,
        Url = address.Api($"{Path}/{row.Slug}"),
        Webpaginalink = address.Page($"/wijken/{row.Slug}"),
        Naam = row.Name,
        Gemeente = row.Municipality,
        Tafels = address.Api($"{TableDataset.Path}?wijk={row.Slug}"),
        Vergaderingen = address.Api($"{MeetingDataset.Path}?wijk={row.Slug}"),
        Besluiten = address.Api($"{DecisionDataset.Path}?wijk={row.Slug}"),
    };
}
