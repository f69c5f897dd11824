using Microsoft.Net.Http.Headers;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes.Attachments;

/// <summary>Attachments as downloads. A browser shows the pictures among them in the page, and never runs anything in them.</summary>
public static class AttachmentDownloads
{
    public const string Path = "/bijlagen";

    public static void MapAttachmentDownloads(this WebApplication app) =>
        app.MapMethods($"{Path}/{{id:guid}}/{{name}}", FileRequest.Methods, DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        HttpContext http, Guid id, string name, AttachmentStore store, AttachmentFiles files, TableAccess access, CancellationToken ct)
    {
        if (await store.FindAsync(id, ct) is not { } attachment || !string.Equals(attachment.Name, name, StringComparison.Ordinal))
            return Results.NotFound();
        if (!attachment.IsOpen && !await access.MayAsync(http.User, attachment.TableId, WriterPage.Writers, ct))
            return Results.NotFound(); // that there is something is nobody's business either
        if (files.Find(id) is not { } file)
            return Results.NotFound();

        var headers = http.Response.GetTypedHeaders();
        headers.CacheControl = attachment.Published
            ? new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365) }
            : new CacheControlHeaderValue { NoStore = true, Private = true };
        FileRequest.RunNothing(http.Response);
        return Results.File(file, attachment.MediaType, attachment.Name, entityTag: new EntityTagHeaderValue($"\"{attachment.Sha256}\""), enableRangeProcessing: true);
    }
}
