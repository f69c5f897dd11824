namespace Participatie.Web.Live;

/// <summary>
/// A connection that stays open is opened by our own pages only: a browser sends its cookies along to WebSockets from any
/// page, and says in <c>Origin</c> which one that was. Programs that are no browser say nothing, and have no cookies of others.
/// </summary>
public static class OwnOrigin
{
    public static IApplicationBuilder UseOwnOrigin(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Request.Headers.Origin is not [{ Length: > 0 } origin] || IsOwn(origin, context.Request))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
