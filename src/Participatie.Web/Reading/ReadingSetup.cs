using System.Text;
using Participatie.Web.Reading.Caching;
using Participatie.Web.Reading.Discovery;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Reading.Recount;

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
        services.AddSingleton<AreaStory>();
        services.AddSingleton<SitePages>();
        services.AddSingleton<CalendarMeetings>();
        services.AddSingleton<CalendarFile>();
        services.AddSingleton<INews, DecisionNews>();
        services.AddSingleton<INews, MinutesNews>();
        services.AddSingleton<INews, AnswerNews>();
        services.AddSingleton<AtomFile>();
        return builder;
    }

    public static WebApplication MapReading(this WebApplication app)
    {
        app.MapPublic("/verslagen/{id:guid}.md", DownloadAsync);
        app.MapBallotFiles();
        app.MapCalendarFeeds();
        app.MapAtomFeeds();
        app.MapSearchEngines();
        return app;
    }

    /// <summary>The very bytes that the fingerprint on the page is of.</summary>
    private static async Task<IResult> DownloadAsync(Guid id, PublicMinutes minutes, CancellationToken ct) =>
        await minutes.FindAsync(id, ct) is { } found
            ? Results.File(Encoding.UTF8.GetBytes(found.Markdown), "text/markdown; charset=utf-8", $"verslag-{found.StartsAt:yyyy-MM-dd}.md")
            : Results.NotFound();
}
