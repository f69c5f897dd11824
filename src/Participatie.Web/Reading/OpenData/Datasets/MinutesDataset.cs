using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Reading.OpenData.Resources;

namespace Participatie.Web.Reading.OpenData.Datasets;

public sealed record MinutesItemRow(
    Guid Id, string Title, int Version, string Note, DateTimeOffset? AdoptedAt, DateTimeOffset PublishedAt, string Sha256, string TableSlug, string TableName);

public sealed class MinutesDataset(DbDataSource db) : Dataset<Verslag, MinutesItemRow>(db)
{
    public const string Path = "verslagen";

    public override string Name => Path;

    public override string One => "een verslag";

    public override string About => "Alle gepubliceerde verslagen in hun nieuwste versie, die van de nieuwste vergadering eerst.";

    public override IReadOnlyList<Filter> Filters { get; } = [OpenData.Filters.Area, OpenData.Filters.Table, OpenData.Filters.Year];

    protected override string ColumnsSql =>
        "m.id, m.title, n.version, n.note, n.adopted_at, n.published_at, n.sha256, t.slug as table_slug, t.name as table_name";

    protected override string SourceSql => $"from published_minutes n join meetings m on m.id = n.meeting_id {MeetingPlace.JoinSql}";

    protected override string KeySql => "m.id";

    protected override string OrderSql => MeetingPlace.OrderSql;

    protected override async Task<IReadOnlyList<Verslag>> ShowAsync(IReadOnlyList<MinutesItemRow> rows, Addresses address, CancellationToken ct)
    {
        var files = (await Db.QueryOfAsync<Attachment>(AttachedSql, [.. rows.Select(row => row.Id)], ct)).ToLookup(file => file.MeetingId);
        return [.. rows.Select(row => Show(row, files[row.Id], address))];
    }

    /// <summary>The files of the newest versions of some meetings.</summary>
    private static string AttachedSql(string meetings) =>
        $"""
        select   a.id, a.meeting_id, a.name, a.media_type, a.bytes, a.sha256
        from     published_minutes n
        join     minutes_attachments v on v.meeting_id = n.meeting_id and v.version = n.version
        join     attachments a on a.id = v.attachment_id
        where    n.meeting_id in ({meetings})
        order by a.name
        """;

    public override object Example(Addresses address) => Show(
        new MinutesItemRow(
            Examples.Meeting, Examples.MeetingTitle, 1, "", Examples.Evening.AddDays(6), Examples.Evening.AddDays(7),
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Examples.TableSlug, Examples.TableName),
        [
            new Attachment(
                Examples.Item, Examples.Meeting, "kaart-van-het-plein.png", "image/png", 48_213, "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"),
        ],
        address);

    private static Verslag Show(MinutesItemRow row, IEnumerable<Attachment> files, Addresses address) => new()
    {
        Id = row.Id,
        Url = address.Api($"{Path}/{row.Id}"),
        Webpaginalink = address.Page($"/verslagen/{row.Id}"),
        Titel = row.Title,
        Versie = row.Version,
        Toelichting = row.Note,
        Vastgesteld = row.AdoptedAt,
        Gepubliceerd = row.PublishedAt,
        Sha256 = row.Sha256,
        Bestanden =
        [
            new Bestand { Formaat = "text/html", Url = address.Page($"/verslagen/{row.Id}?versie={row.Version}") },
            new Bestand { Formaat = "text/markdown", Url = address.Page($"/verslagen/{row.Id}.md?versie={row.Version}") },
            new Bestand { Formaat = "application/json", Url = address.Page($"/verslagen/{row.Id}.json?versie={row.Version}") },
        ],
        Bijlagen =
        [
            .. files.Select(file => new Bijlage
            {
                Naam = file.Name, Formaat = file.MediaType, Bytes = file.Bytes, Sha256 = file.Sha256, Url = address.Page(file.Address),
            }),
        ],
        Vergadering = address.To(MeetingDataset.Path, row.Id, row.Title),
        Tafel = address.To(TableDataset.Path, row.TableSlug, row.TableName),
        Besluiten = address.Api($"{DecisionDataset.Path}?vergadering={row.Id}"),
    };
}
