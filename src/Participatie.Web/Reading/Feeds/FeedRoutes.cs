using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>A feed of all tables, and one below the page of each area and each table.</summary>
internal static class FeedRoutes
{
    private const string Slug = "{slug}";

    private static readonly string[] Pages = [FeedOwner.All.Path, FeedOwner.AreaPath(Slug), FeedOwner.TablePath(Slug)];

    /// <summary>Maps a feed.</summary>
    /// <param name="site">The site.</param>
    /// <param name="file">Its name below the page of its owner, with a slash before it.</param>
    /// <param name="mediaType">What it is; always in UTF-8.</param>
    /// <param name="write">Writes it for who asks.</param>
    public static void MapFeed(
        this IEndpointRouteBuilder site, string file, string mediaType, Func<HttpContext, FeedOwner, CancellationToken, Task<byte[]>> write)
    {
        foreach (var page in Pages)
            site.MapMethods(page + file, FileRequest.Methods, async (HttpContext http, FeedOwners owners, CancellationToken ct) =>
            {
                var path = page.Replace(Slug, http.GetRouteValue("slug") as string, StringComparison.Ordinal);
                return await owners.FindAsync(path, ct) is { } owner
                    ? Results.Bytes(await write(http, owner, ct), $"{mediaType}; charset=utf-8")
                    : Results.NotFound();
            });
    }
}
