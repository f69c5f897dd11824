using System.Data.Common;
using Participatie.Web.Reading.OpenData.Resources;

namespace Participatie.Web.Reading.OpenData.Datasets;

/// <summary>A meeting with its place.</summary>
/// <param name="Status">The name of a <see cref="Vergaderstatus"/>.</param>
/// <param name="Cancellation">Why it does not go on; null when it does.</param>
public sealed record MeetingItemRow(
    Guid Id, string Title, string Place, DateTimeOffset StartsAt, string Status, string? Cancellation, bool HasMinutes,
    string TableSlug, string TableName, string AreaSlug, string AreaName);

public sealed class MeetingDataset(DbDataSource db) : Dataset<Vergadering, MeetingItemRow>(db)
{
    public const string Path = "vergaderingen";

    public override string Name => Path;

    public override string One => "een vergadering";

    public override string About => "Alle vergaderingen, de nieuwste eerst: gepland, bezig, gehouden en geannuleerd.";

    public override IReadOnlyList<Filter> Filters { get; } = [OpenData.Filters.Area, OpenData.Filters.Table, OpenData.Filters.Year, OpenData.Filters.Status];

    protected override string ColumnsSql =>
        $"m.id, m.title, m.place, m.starts_at, {OpenData.Filters.StatusSql} as status, m.cancellation, n.meeting_id is not null as has_minutes, {MeetingPlace.ColumnsSql}";

    protected override string SourceSql => $"from public_meetings m left join published_minutes n on n.meeting_id = m.id {MeetingPlace.JoinSql}";

    protected override string KeySql => "m.id";

    protected override string OrderSql => MeetingPlace.OrderSql;

    protected override Task<IReadOnlyList<Vergadering>> ShowAsync(IReadOnlyList<MeetingItemRow> rows, Addresses address, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Vergadering>>([.. rows.Select(row => Show(row, address))]);

    public override object Example(Addresses address) => Show(
        new MeetingItemRow(
            Examples.Meeting, Examples.MeetingTitle, "Buurthuis De Dreef", Examples.Evening, "gehouden", null, HasMinutes: true,
            Examples.TableSlug, Examples.TableName, Examples.AreaSlug, Examples.AreaName),
        address);

    private static Vergadering Show(MeetingItemRow row, Addresses address) => new()
    {
        Id = row.Id,
        Url = address.Api($"{Path}/{row.Id}"),
        Webpaginalink = address.Page($"/bijeenkomsten/{row.Id}"),
        Naam = row.Title,
        Status = Enum.Parse<Vergaderstatus>(row.Status, ignoreCase: true),
        RedenAnnulering = row.Cancellation,
        GeplandeAanvang = row.StartsAt,
        Locatie = row.Place,
        Tafel = address.To(TableDataset.Path, row.TableSlug, row.TableName),
        Wijk = address.To(AreaDataset.Path, row.AreaSlug, row.AreaName),
        Agendapunten = address.Api($"{ItemDataset.Path}?vergadering={row.Id}"),
        Stemmingen = address.Api($"{VoteDataset.Path}?vergadering={row.Id}"),
        Besluiten = address.Api($"{DecisionDataset.Path}?vergadering={row.Id}"),
        Verslag = row.HasMinutes ? address.To(MinutesDataset.Path, row.Id, row.Title) : null,
    };
}
