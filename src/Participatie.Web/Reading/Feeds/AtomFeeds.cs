namespace Participatie.Web.Reading.Feeds;

/// <summary>The feeds of news, one for each kind.</summary>
public static class AtomFeeds
{
    public static void MapAtomFeeds(this IEndpointRouteBuilder site)
    {
        var file = site.ServiceProvider.GetRequiredService<AtomFile>();
        foreach (var news in site.ServiceProvider.GetServices<INews>())
            site.MapFeed(news.File, AtomFile.MediaType, async (http, owner, ct) => file.Write(http.Request, owner, news, await news.NewestAsync(owner, ct)));
    }
}
