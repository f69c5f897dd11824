using Microsoft.Net.Http.Headers;

namespace Participatie.Web.Shared;

/// <summary>
/// Over HTTPS every cookie carries the prefix <c>__Host-</c>: a browser then takes it only from this very host, over HTTPS.
/// A cookie without it, which a neighbouring site of the same municipality could have set, is not read. The program itself
/// knows its cookies by their plain names; over plain HTTP, as in a demonstration, they have those.
/// </summary>
public static class HostCookies
{
    private const string Prefix = "__Host-";

    /// <summary>Stands after what finds out whether the visitor came by HTTPS, and before whatever reads a cookie.</summary>
    public static IApplicationBuilder UseHostCookies(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (!context.Request.IsHttps)
            return next(context);

        context.Request.Headers.Cookie = string.Join(
            "; ",
            context.Request.Cookies.Where(cookie => cookie.Key.StartsWith(Prefix, StringComparison.Ordinal)).Select(cookie => $"{cookie.Key[Prefix.Length..]}={Uri.EscapeDataString(cookie.Value)}"));
        context.Response.OnStarting(static response => Prefixed((HttpResponse)response), context.Response);
        return next(context);
    });

    private static Task Prefixed(HttpResponse response)
    {
        if (response.Headers.SetCookie is { Count: > 0 } given && SetCookieHeaderValue.TryParseList(given, out var cookies))
            response.Headers.SetCookie = cookies.Select(Prefixed).ToArray();
        return Task.CompletedTask;
    }

    private static string Prefixed(SetCookieHeaderValue cookie)
    {
        cookie.Name = Prefix + cookie.Name;
        cookie.Secure = true;
        cookie.Path = "/";
        cookie.Domain = null;
        return cookie.ToString();
    }
}
