using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Participatie.Web.Reading.Caching;

/// <summary>
/// Gives each public answer a strong tag of its very bytes; who has those bytes already gets 304 and nothing else. Stands
/// around the cache, which keeps whole answers only: so what is inside never hears what the reader already has.
/// </summary>
public sealed class EntityTags(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is not null ? TagAsync(http) : next(http);

    private async Task TagAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        var known = request.Headers.IfNoneMatch;
        request.Headers.IfNoneMatch = default;

        using var answer = new MemoryStream();
        await RecordAsync(http, answer);
        if (StringValues.IsNullOrEmpty(response.Headers.CacheControl))
            response.Headers.CacheControl = "private, no-cache";
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = TagOf(answer);
            response.Headers.ETag = tag;
            if (IsAmong(known, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                return;
            }

            response.ContentLength = answer.Length;
        }

        await answer.CopyToAsync(response.Body, http.RequestAborted);
    }

    private async Task RecordAsync(HttpContext http, MemoryStream answer)
    {
        var line = http.Response.Body;
        http.Response.Body = answer;
        try
        {
            await next(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            answer.Position = 0;
        }
        finally
        {
            http.Response.Body = line;
        }
    }

    private static string TagOf(MemoryStream answer) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(answer.GetBuffer().AsSpan(0, (int)answer.Length)).AsSpan(0, 16))}\"";

    private static bool IsAmong(StringValues known, string tag) =>
        EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag.Equals(tag, StringComparison.Ordinal));
}
