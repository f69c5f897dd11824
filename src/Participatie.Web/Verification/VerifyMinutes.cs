using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;
using Participatie.Web.Minutes.Attachments;

namespace Participatie.Web.Verification;

/// <summary>Every published version of minutes against its own fingerprint, and text, HTML and attachments against the log.</summary>
public sealed class VerifyMinutes(DbDataSource db, AttachmentFiles files)
{
    public async Task<KeptMinutes> ReadAsync(Guid meetingId, CancellationToken ct)
    {
        var versions = await db.QueryAsync<PublishedRow>(PublishedSql, new { meetingId }, ct);
        var attached = new List<KeptFile>();
        foreach (var row in await db.QueryAsync<AttachedRow>(AttachedSql, new { meetingId }, ct))
            attached.Add(new KeptFile(row.Version, row.Name, row.Sha256, await files.FingerprintAsync(row.Id, ct)));
        return new KeptMinutes(versions, attached);
    }

    private const string PublishedSql = "select version, markdown, html, sha256 from minutes_versions where meeting_id = @meetingId order by version";

    private const string AttachedSql =
        """
        select   v.version, a.id, a.name, a.sha256
        from     minutes_attachments v
        join     attachments a on a.id = v.attachment_id
        where    v.meeting_id = @meetingId
        order by v.version, a.name
        """;

    public static Finding Check(KeptMinutes kept, VerifyLog log) => new(
        kept.Versions.Count,
        [.. kept.Versions.SelectMany(published => Faults(published, kept, log)), .. kept.Files.SelectMany(file => Faults(file, log)), .. Missing(kept, log)]);

    private static IEnumerable<string> Faults(PublishedRow minutes, KeptMinutes kept, VerifyLog log)
    {
        if (!string.Equals(FrozenMinutes.Fingerprint(minutes.Markdown), minutes.Sha256, StringComparison.Ordinal))
            yield return $"Meeting {log.MeetingId}: its minutes, version {minutes.Version}, do not have the fingerprint that was published with them.";

        var logged = Publications(log).Where(deed => deed.Version == minutes.Version).ToList();
        if (!logged.Exists(deed => string.Equals(deed.Sha256, minutes.Sha256, StringComparison.Ordinal)))
            yield return $"Meeting {log.MeetingId}: the fingerprint of its minutes, version {minutes.Version}, is not the one in its log.";
        else if (!logged.Exists(deed => deed.HtmlSha256 is null || string.Equals(deed.HtmlSha256, FrozenMinutes.Fingerprint(minutes.Html), StringComparison.Ordinal)))
            yield return $"Meeting {log.MeetingId}: what readers see of its minutes, version {minutes.Version}, is not what was published.";

        var attached = kept.Files.Where(file => file.Version == minutes.Version).Select(file => new AttachmentDeed(file.Name, file.Sha256)).ToHashSet();
        if (logged.Count > 0 && !logged.Exists(deed => attached.SetEquals(deed.Attachments ?? [])))
            yield return $"Meeting {log.MeetingId}: the attachments of its minutes, version {minutes.Version}, are not those in its log.";
    }

    private static IEnumerable<string> Faults(KeptFile file, VerifyLog log)
    {
        if (file.Found is null)
            yield return $"Meeting {log.MeetingId}: the attachment {file.Name} of its minutes, version {file.Version}, is gone.";
        else if (!string.Equals(file.Found, file.Sha256, StringComparison.Ordinal))
            yield return $"Meeting {log.MeetingId}: the attachment {file.Name} of its minutes, version {file.Version}, is not the file that was published.";
    }

    private static IEnumerable<string> Missing(KeptMinutes kept, VerifyLog log) =>
        from deed in Publications(log)
        where kept.Versions.All(published => published.Version != deed.Version)
        select $"Meeting {log.MeetingId}: its log says that minutes were published, version {deed.Version}, but they are gone.";

    /// <summary>Logs from before there were versions name none: theirs is the first.</summary>
    private static IEnumerable<PublicationDeed> Publications(VerifyLog log) =>
        log.Deeds<PublicationDeed>(Deeds.MinutesPublished).Select(deed => deed with { Version = Math.Max(deed.Version, 1) });

    public sealed record PublishedRow(int Version, string Markdown, string Html, string Sha256);

    private sealed record AttachedRow(int Version, Guid Id, string Name, string Sha256);
}

/// <summary>What is kept of the published minutes of a meeting.</summary>
public sealed record KeptMinutes(IReadOnlyList<VerifyMinutes.PublishedRow> Versions, IReadOnlyList<KeptFile> Files);

/// <summary>A file of a published version.</summary>
/// <param name="Sha256">What it was when it was brought.</param>
/// <param name="Found">What it is on the disk now; null when it is gone.</param>
public sealed record KeptFile(int Version, string Name, string Sha256, string? Found);
