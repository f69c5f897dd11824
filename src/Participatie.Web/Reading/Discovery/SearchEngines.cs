using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Discovery;

/// <summary>What search engines may read, and where they find it.</summary>
public static class SearchEngines
{
    private const string SitemapPath = "/sitemap.xml";

    /// <summary>Halls, passes and staff are no business of a search engine; nor is what somebody looked up with a receipt.</summary>
    private static readonly string[] Shut = ["/m/", "/p/", "/g/", "/beheer", "/besluiten/*/antwoord", "/inloggen", "/uitloggen", "/welkom/", "/*?bewijs="];

    public static void MapSearchEngines(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/robots.txt", FileRequest.Methods, (HttpContext http, PublicAddress address) => Results.Text(Robots(address.Of(http.Request, SitemapPath))));
        site.MapMethods(SitemapPath, FileRequest.Methods, SendAsync);
        site.MapMethods("/sitemap-{part:int:range(1,50000)}.xml", FileRequest.Methods, SendPartAsync);
    }

    private static string Robots(string sitemap) =>
        $"User-agent: *\n{string.Concat(Shut.Select(path => $"Disallow: {path}\n"))}\nSitemap: {sitemap}\n";

    private static async Task<IResult> SendAsync(HttpContext http, SitePages pages, PublicAddress address, CancellationToken ct) =>
        Xml(SitemapFile.Write(await pages.AllAsync(ct), path => address.Of(http.Request, path)));

    private static async Task<IResult> SendPartAsync(HttpContext http, int part, SitePages pages, PublicAddress address, CancellationToken ct) =>
        SitemapFile.WritePart(await pages.AllAsync(ct), part, path => address.Of(http.Request, path)) is { } file ? Xml(file) : Results.NotFound();

    private static IResult Xml(byte[] file) => Results.Bytes(file, "application/xml; charset=utf-8");
}
