using Participatie.Web.Reading.Caching;

namespace Participatie.Web.Reading.Feeds;

/// <summary>The calendars to subscribe to: of all tables, of an area and of a table.</summary>
public static class CalendarFeeds
{
    public static void MapCalendarFeeds(this IEndpointRouteBuilder site)
    {
        site.MapPublic(CalendarFeed.OfAll, SendAllAsync);
        site.MapPublic(FeedOwner.AreaPath("{slug}") + CalendarFeed.OfAll, SendAreaAsync);
        site.MapPublic(FeedOwner.TablePath("{slug}") + CalendarFeed.OfAll, SendTableAsync);
    }

    private static async Task<IResult> SendAllAsync(HttpContext http, CalendarMeetings meetings, CalendarFile file, CancellationToken ct) =>
        Send(file.Write(http.Request, owner: null, await meetings.AllAsync(ct)));

    private static async Task<IResult> SendAreaAsync(
        HttpContext http, string slug, PublicPlaces places, CalendarMeetings meetings, CalendarFile file, CancellationToken ct) =>
        await places.FindAreaAsync(slug, ct) is { } area
            ? Send(file.Write(http.Request, area.Name, await meetings.InAreaAsync(slug, ct)))
            : Results.NotFound();

    private static async Task<IResult> SendTableAsync(
        HttpContext http, string slug, PublicPlaces places, CalendarMeetings meetings, CalendarFile file, CancellationToken ct) =>
        await places.FindTableAsync(slug, ct) is { } table
            ? Send(file.Write(http.Request, table.Name, await meetings.AtTableAsync(table.Id, ct)))
            : Results.NotFound();

    private static IResult Send(byte[] file) => Results.Bytes(file, $"{CalendarFeed.MediaType}; charset=utf-8");
}
