using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Reading.OpenData.Resources;

namespace Participatie.Web.Reading.OpenData.Datasets;

/// <summary>An agenda item with its meeting.</summary>
/// <param name="Number">Its place on the agenda, from 1, whatever was taken off the agenda before it.</param>
public sealed record AgendaItemRow(
    Guid Id, long Number, string Title, string Description, string Kind, int Minutes, Guid MeetingId, string MeetingTitle, string TableSlug, string TableName);

public sealed class ItemDataset(DbDataSource db) : Dataset<Agendapunt, AgendaItemRow>(db)
{
    public const string Path = "agendapunten";

    public override string Name => Path;

    public override string One => "een agendapunt";

    public override string About => "Alle agendapunten, die van de nieuwste vergadering eerst, in de volgorde van de agenda.";

    public override IReadOnlyList<Filter> Filters { get; } = [OpenData.Filters.Area, OpenData.Filters.Table, OpenData.Filters.Year, OpenData.Filters.Meeting];

    protected override string ColumnsSql =>
        """
        i.id, (select count(*) from agenda_items o where o.meeting_id = i.meeting_id and (o.position, o.id) <= (i.position, i.id)) as number,
        i.title, i.description, i.kind, i.minutes, m.id as meeting_id, m.title as meeting_title, t.slug as table_slug, t.name as table_name
        """;

    protected override string SourceSql => $"from agenda_items i join public_meetings m on m.id = i.meeting_id {MeetingPlace.JoinSql}";

    protected override string KeySql => "i.id";

    protected override string OrderSql => $"{MeetingPlace.OrderSql}, i.position, i.id";

    protected override Task<IReadOnlyList<Agendapunt>> ShowAsync(IReadOnlyList<AgendaItemRow> rows, Addresses address, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Agendapunt>>([.. rows.Select(row => Show(row, address))]);

    public override object Example(Addresses address) => Show(
        new AgendaItemRow(
            Examples.Item, 2, Examples.ItemTitle, "Waar gaat het **geld** heen?", "decide", 20, Examples.Meeting, Examples.MeetingTitle, Examples.TableSlug, Examples.TableName),
        address);

    private static Agendapunt Show(AgendaItemRow row, Addresses address) => new()
    {
        Id = row.Id,
        Url = address.Api($"{Path}/{row.Id}"),
        Webpaginalink = address.Page($"/bijeenkomsten/{row.MeetingId}"),
        Volgnummer = row.Number,
        Titel = row.Title,
        Omschrijving = row.Description,
        Doel = Woorden.Of(Enum.Parse<ItemKind>(row.Kind, ignoreCase: true)),
        Minuten = row.Minutes,
        Vergadering = address.To(MeetingDataset.Path, row.MeetingId, row.MeetingTitle),
        Tafel = address.To(TableDataset.Path, row.TableSlug, row.TableName),
    };
}
