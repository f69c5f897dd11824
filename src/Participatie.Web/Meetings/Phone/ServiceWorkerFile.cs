namespace Participatie.Web.Meetings.Phone;

/// <summary>The script that shows a page of ours when a phone has no network. Its address is what it may watch over.</summary>
public static class ServiceWorkerFile
{
    private const string Asset = "assets/service-worker.js";

    public static void MapServiceWorker(this WebApplication app) => app.MapGet("/service-worker.js", static (IWebHostEnvironment site, HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "no-cache"; // a phone asks whether there is a newer one
        return TypedResults.Stream(site.WebRootFileProvider.GetFileInfo(Asset).CreateReadStream(), "text/javascript");
    });
}
