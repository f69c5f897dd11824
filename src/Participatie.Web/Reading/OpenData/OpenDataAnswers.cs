using Microsoft.Net.Http.Headers;

namespace Participatie.Web.Reading.OpenData;

/// <summary>
/// What is true of every answer below <see cref="Addresses.Root"/>, also of one that is refused: it carries the version, pages
/// of other sites may read it, and what goes wrong is said in a form that programs read.
/// </summary>
public static class OpenDataAnswers
{
    public const string Version = "1.0.0";

    public const string VersionHeader = "API-Version";

    private const string Methods = "GET, HEAD, OPTIONS";

    public static void UseOpenData(this IApplicationBuilder app) => app.UseWhen(static http => http.Request.Path.StartsWithSegments(Addresses.Root, StringComparison.OrdinalIgnoreCase), static api =>
    {
        api.Use(AnswerAsync);
        api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = SayProblemAsync });
        api.UseStatusCodePages(static context => SayProblemAsync(context.HttpContext));
        api.Use(RefuseSlashAsync);
    });

    private static Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        // When the answer starts: the handler of a failure clears all that was set before.
        http.Response.OnStarting(static response => SetHeaders(((HttpResponse)response).Headers), http.Response);
        if (!IsQuestionOfBrowser(http.Request))
            return next(http);

        var headers = http.Response.Headers;
        (headers.AccessControlAllowMethods, headers.AccessControlAllowHeaders, headers.AccessControlMaxAge) = (Methods, HeaderNames.IfNoneMatch, "86400");
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task SetHeaders(IHeaderDictionary headers)
    {
        headers[VersionHeader] = Version;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = $"{VersionHeader}, {HeaderNames.ETag}, {HeaderNames.Link}";
        return Task.CompletedTask;
    }

    /// <summary>Does a browser ask whether a page of another site may ask?</summary>
    private static bool IsQuestionOfBrowser(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod);

    private static Task SayProblemAsync(HttpContext http) =>
        http.RequestServices.GetRequiredService<Problems>().Of(http.Response.StatusCode).ExecuteAsync(http);

    /// <summary>One address for one thing: routing would take a slash at the end for granted.</summary>
    private static Task RefuseSlashAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.Value!.EndsWith('/'))
            return next(http);

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
