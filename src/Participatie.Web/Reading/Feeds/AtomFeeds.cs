using Participatie.Web.Reading.Caching;

namespace Participatie.Web.Reading.Feeds;

/// <summary>The feeds of news: each kind of all tables, of an area and of a table.</summary>
public static class AtomFeeds
{
    public static void MapAtomFeeds(this IEndpointRouteBuilder site)
    {
        foreach (var news in site.ServiceProvider.GetServices<INews>())
        {
            site.MapPublic(news.File, (HttpContext http, AtomFile file, CancellationToken ct) => SendAsync(http, file, FeedOwner.All, news, ct));
            site.MapPublic(
                FeedOwner.AreaPath("{slug}") + news.File,
                async (HttpContext http, string slug, PublicPlaces places, AtomFile file, CancellationToken ct) =>
                    await SendAsync(http, file, await places.FindAreaAsync(slug, ct) is { } area ? FeedOwner.Of(area) : null, news, ct));
            site.MapPublic(
                FeedOwner.TablePath("{slug}") + news.File,
                async (HttpContext http, string slug, PublicPlaces places, AtomFile file, CancellationToken ct) =>
                    await SendAsync(http, file, await places.FindTableAsync(slug, ct) is { } table ? FeedOwner.Of(table) : null, news, ct));
        }
    }

    private static async Task<IResult> SendAsync(HttpContext http, AtomFile file, FeedOwner? owner, INews news, CancellationToken ct) => owner is null
        ? Results.NotFound()
        : Results.Bytes(file.Write(http.Request, owner, news, await news.NewestAsync(owner, ct)), $"{AtomFile.MediaType}; charset=utf-8");
}
