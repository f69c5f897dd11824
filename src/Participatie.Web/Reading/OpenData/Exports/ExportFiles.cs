using System.Globalization;
using System.Text;
using Participatie.Web.Data;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Reading.OpenData.Datasets;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.OpenData.Exports;

/// <summary>A year of a table as files: all of it for programs, and sheets for people.</summary>
public static class ExportFiles
{
    private const string Licence = "https://creativecommons.org/publicdomain/zero/1.0/";

    private static readonly string Route = FeedOwner.TablePath("{slug}") + "/export/{year:int:range(1900,2999)}";

    public static string Path(string slug, int year) => string.Create(CultureInfo.InvariantCulture, $"{FeedOwner.TablePath(slug)}/export/{year}");

    public static void MapExportFiles(this IEndpointRouteBuilder site)
    {
        site.MapMethods($"{Route}.json", FileRequest.Methods, SendAllAsync);
        site.MapSheet<MeetingDataset, Resources.Vergadering>(ExportSheets.Meetings);
        site.MapSheet<VoteDataset, Resources.Stemming>(ExportSheets.Votes);
        site.MapSheet<DecisionDataset, Resources.Besluit>(ExportSheets.Decisions);
    }

    private static async Task<IResult> SendAllAsync(
        HttpContext http, string slug, int year, PublicAddress site, TableDataset tables, MeetingDataset meetings, ItemDataset items,
        VoteDataset votes, MinutesDataset minutes, DecisionDataset decisions, CancellationToken ct)
    {
        var address = Addresses.For(http.Request, site);
        if (await tables.FindAsync(slug, address, ct) is not { } table)
            return Results.NotFound();

        var asked = Of(slug, year);
        var all = new Jaargang(
            table, year, Licence, await meetings.ReadAsync(asked, address, ct), await items.ReadAsync(asked, address, ct),
            await votes.ReadAsync(asked, address, ct), await minutes.ReadAsync(asked, address, ct), await decisions.ReadAsync(asked, address, ct));
        return Results.File(Encoding.UTF8.GetBytes(Json.Write(all)), "application/json; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"{slug}-{year}.json"));
    }

    private static void MapSheet<TDataset, T>(this IEndpointRouteBuilder site, ExportSheet<T> sheet)
        where TDataset : Dataset<T>
        where T : class
    {
        var dataset = site.ServiceProvider.GetRequiredService<TDataset>();
        site.MapMethods($"{Route}/{dataset.Name}.{Sheet.Extension}", FileRequest.Methods, async (HttpContext http, string slug, int year, PublicPlaces places, PublicAddress address, CancellationToken ct) =>
            await places.FindTableAsync(slug, ct) is null
                ? Results.NotFound()
                : Results.File(
                    sheet.Write(await dataset.ReadAsync(Of(slug, year), Addresses.For(http.Request, address), ct)),
                    Sheet.MediaType,
                    string.Create(CultureInfo.InvariantCulture, $"{slug}-{year}-{dataset.Name}.{Sheet.Extension}")));
    }

    private static Asked Of(string slug, int year) => Asked.All((Filters.Table, slug), (Filters.Year, year.ToString(CultureInfo.InvariantCulture)));
}
