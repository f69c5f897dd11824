using System.Text;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Reading.Recount;
using Participatie.Web.Reading.Search;

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
        services.AddSingleton<SearchDocuments>();
        services.AddSingleton<RebuildIndex>();
        return builder;
    }

    public static WebApplication MapReading(this WebApplication app)
    {
        app.MapGet("/verslagen/{id:guid}.md", DownloadAsync);
        app.MapBallotFiles();
        app.MapCalendarFeeds();
        return app;
    }

    /// <summary>The very bytes that the fingerprint on the page is of.</summary>
    private static async Task<IResult> DownloadAsync(Guid id, PublicMinutes minutes, CancellationToken ct) =>
        await minutes.FindAsync(id, ct) is { } found
            ? Results.File(Encoding.UTF8.GetBytes(found.Markdown), "text/markdown; charset=utf-8", $"verslag-{found.StartsAt:yyyy-MM-dd}.md")
            : Results.NotFound();
}
