using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Caching;

/// <summary>
/// Marks what everybody may read. Readers that we do not know share one copy of it, of this edition and this day; so a
/// copy that was begun before a publication is never shown after it, and terms change at midnight. A page for somebody,
/// or with a form that only its reader may send, is no such copy: it is neither kept nor taken from what is kept.
/// The cookie of a phone in a hall makes no difference: no public page looks at it, and halls read results together.
/// </summary>
public sealed class PublicPage : IOutputCachePolicy
{
    public static readonly PublicPage Instance = new();

    private PublicPage()
    {
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var keepFor = services.GetRequiredService<IOptions<ReadingOptions>>().Value.KeepFor;
        var known = IsKnown(http);

        // Browsers and proxies may keep it, and ask each time whether it changed: see EntityTags.
        if (!known)
            (http.Response.Headers.CacheControl, http.Response.Headers.Vary) = ("public, no-cache", HeaderNames.AcceptEncoding);
        context.EnableOutputCaching = !known && IsPlain(http.Request) && keepFor > TimeSpan.Zero;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = keepFor;

        var copy = context.CacheVaryByRules.VaryByValues;
        copy["edition"] = services.GetRequiredService<DbDataSource>().EditionNumber().ToString(CultureInfo.InvariantCulture);
        copy["day"] = DutchTime.Today(services.GetRequiredService<TimeProvider>().GetUtcNow()).DayNumber.ToString(CultureInfo.InvariantCulture);
        copy["language"] = CultureInfo.CurrentUICulture.Name;
        copy["encoding"] = services.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(http)?.EncodingName ?? "";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage = response.StatusCode == StatusCodes.Status200OK
            && response.Headers.SetCookie.Count == 0
            // Who writes a form's token into a page forbids to keep that page.
            && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);
        return ValueTask.CompletedTask;
    }

    private static bool IsKnown(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true } || http.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName);

    /// <summary>A query may hold what somebody looks up, such as a receipt; and there are too many of them to keep.</summary>
    private static bool IsPlain(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.QueryString.HasValue;
}
