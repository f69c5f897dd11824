using Participatie.Web.Reading.Anchors;
using Participatie.Web.Reading.Caching;
using Participatie.Web.Reading.Discovery;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Reading.Letters;
using Participatie.Web.Reading.OpenData;
using Participatie.Web.Reading.OpenData.Exports;
using Participatie.Web.Reading.Printing;
using Participatie.Web.Reading.Recount;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Reading;

public static class ReadingSetup
{
    public static WebApplicationBuilder AddReading(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddPublicPages();
        services.AddSingleton<PublicPlaces>();
        services.AddSingleton<PublicMeetings>();
        services.AddSingleton<PublicMinutes>();
        services.AddSingleton<MinutesPictures>();
        services.AddSingleton<MinutesPrint>();
        services.AddSingleton<AreaStory>();
        services.AddSingleton<LetterNews>();
        services.AddSingleton<SitePages>();
        services.AddSecurityContact();
        services.AddSingleton<FeedOwners>();
        services.AddSingleton<CalendarMeetings>();
        services.AddSingleton<CalendarFile>();
        services.AddSingleton<INews, DecisionNews>();
        services.AddSingleton<INews, MinutesNews>();
        services.AddSingleton<INews, AnswerNews>();
        services.AddSingleton<AtomFile>();
        services.AddSingleton<SearchDocuments>();
        services.AddSingleton<RebuildIndex>();
        services.AddOpenData();
        return builder;
    }

    public static WebApplication MapReading(this WebApplication app)
    {
        var files = app.MapPublicFiles();
        files.MapMinutesFiles();
        files.MapBallotFiles();
        files.MapCalendarFeeds();
        files.MapAtomFeeds();
        files.MapAnchorFiles();
        files.MapSearchEngines();
        files.MapSecurityContact();
        files.MapOpenData();
        files.MapExportFiles();
        return app;
    }
}
