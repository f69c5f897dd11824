namespace Participatie.Web.Reading.Feeds;

/// <summary>The calendars to subscribe to.</summary>
public static class CalendarFeeds
{
    public static void MapCalendarFeeds(this IEndpointRouteBuilder site)
    {
        var (file, meetings) = (site.ServiceProvider.GetRequiredService<CalendarFile>(), site.ServiceProvider.GetRequiredService<CalendarMeetings>());
        site.MapFeed(CalendarFeed.OfAll, CalendarFeed.MediaType, async (http, owner, ct) => file.Write(http.Request, owner, await meetings.OfAsync(owner, ct)));
    }
}
