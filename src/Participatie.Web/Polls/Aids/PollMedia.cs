using System.Data.Common;
using Microsoft.Net.Http.Headers;
using Participatie.Web.Data;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls.Aids;

/// <summary>Pictures and recordings as every phone may fetch them, once: an address is the content's own fingerprint.</summary>
public static class PollMedia
{
    private const string Path = "/media";

    public static string AddressOf(string sha256) => $"{Path}/{sha256}";

    public static void MapPollMedia(this WebApplication app) =>
        app.MapMethods($"{Path}/{{sha256:regex(^[0-9a-f]{{{{64}}}}$)}}", FileRequest.Methods, FetchAsync);

    private static async Task<IResult> FetchAsync(HttpContext http, string sha256, DbDataSource db, CancellationToken ct)
    {
        if (await db.FindAsync<MediumRow>(FindSql, new { sha256 }, ct) is not { } medium)
            return Results.NotFound();

        FileRequest.KeepForGood(http.Response);
        FileRequest.RunNothing(http.Response);
        return Results.Bytes(medium.Content, medium.MediaType, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{sha256}\""));
    }

    private const string FindSql = "select media_type, content from poll_media where sha256 = @sha256 limit 1";

    /// <summary>Gives a poll that is added a copy of what its plan shows.</summary>
    public static async Task CopyAsync(DbTransaction tx, Guid pollId, PollAids aids, CancellationToken ct)
    {
        foreach (var sha256 in aids.Files)
            await tx.ExecuteAsync(CopySql, new { pollId, sha256 }, ct);
    }

    private const string CopySql =
        """
        insert into poll_media (poll_id, sha256, media_type, content)
        select @pollId, sha256, media_type, content
        from   poll_media
        where  sha256 = @sha256
        limit  1
        """;

    private sealed record MediumRow(string MediaType, byte[] Content);
}
