using Participatie.Web.Reading.Feeds;
using Participatie.Web.Reading.Recount;

namespace Participatie.Web.Reading;

public static class ReadingSetup
{
    public static WebApplicationBuilder AddReading(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PublicPlaces>();
        services.AddSingleton<PublicMeetings>();
        services.AddSingleton<PublicMinutes>();
        services.AddSingleton<AreaStory>();
        services.AddSingleton<CalendarMeetings>();
        services.AddSingleton<CalendarFile>();
        return builder;
    }

    public static WebApplication MapReading(this WebApplication app)
    {
        app.MapMinutesFiles();
        app.MapBallotFiles();
        app.MapCalendarFeeds();
        return app;
    }
}
