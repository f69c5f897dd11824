using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Participatie.Web.Reading.Feeds;

/// <summary>The calendars to subscribe to: of all tables, of an area and of a table.</summary>
public static class CalendarFeeds
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCalendarFeeds(this WebApplication app)
    {
        app.MapMethods(CalendarFeed.OfAll, Reading, SendAllAsync);
        app.MapMethods(FeedOwner.AreaPath("{slug}") + CalendarFeed.OfAll, Reading, SendAreaAsync);
        app.MapMethods(FeedOwner.TablePath("{slug}") + CalendarFeed.OfAll, Reading, SendTableAsync);
    }

    private static async Task<IResult> SendAllAsync(HttpContext http, CalendarMeetings meetings, CalendarFile file, CancellationToken ct) =>
        Send(http.Response, file.Write(http.Request, owner: null, await meetings.AllAsync(ct)));

    private static async Task<IResult> SendAreaAsync(
        HttpContext http, string slug, PublicPlaces places, CalendarMeetings meetings, CalendarFile file, CancellationToken ct) =>
        await places.FindAreaAsync(slug, ct) is { } area
            ? Send(http.Response, file.Write(http.Request, area.Name, await meetings.InAreaAsync(slug, ct)))
            : Results.NotFound();

    private static async Task<IResult> SendTableAsync(
        HttpContext http, string slug, PublicPlaces places, CalendarMeetings meetings, CalendarFile file, CancellationToken ct) =>
        await places.FindTableAsync(slug, ct) is { } table
            ? Send(http.Response, file.Write(http.Request, table.Name, await meetings.AtTableAsync(table.Id, ct)))
            : Results.NotFound();

    /// <summary>A calendar asks every hour; it gets the file only when something changed.</summary>
    private static IResult Send(HttpResponse response, byte[] file)
    {
        response.Headers.CacheControl = "no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\"");
        return Results.Bytes(file, $"{CalendarFeed.MediaType}; charset=utf-8", entityTag: tag);
    }
}
