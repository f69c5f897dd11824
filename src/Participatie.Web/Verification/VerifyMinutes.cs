using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;

namespace Participatie.Web.Verification;

/// <summary>Every published version of minutes against its own fingerprint, and text and HTML against the log.</summary>
public sealed class VerifyMinutes(DbDataSource db)
{
    public Task<IReadOnlyList<PublishedRow>> ReadAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<PublishedRow>(PublishedSql, new { meetingId }, ct);

    private const string PublishedSql = "select version, markdown, html, sha256 from minutes_versions where meeting_id = @meetingId order by version";

    public static Finding Check(IReadOnlyList<PublishedRow> minutes, VerifyLog log) =>
        new(minutes.Count, [.. minutes.SelectMany(published => Faults(published, log)), .. Missing(minutes, log)]);

    private static IEnumerable<string> Faults(PublishedRow minutes, VerifyLog log)
    {
        if (!string.Equals(FrozenMinutes.Fingerprint(minutes.Markdown), minutes.Sha256, StringComparison.Ordinal))
            yield return $"Meeting {log.MeetingId}: its minutes, version {minutes.Version}, do not have the fingerprint that was published with them.";

        var logged = Publications(log).Where(deed => deed.Version == minutes.Version).ToList();
        if (!logged.Exists(deed => string.Equals(deed.Sha256, minutes.Sha256, StringComparison.Ordinal)))
            yield return $"Meeting {log.MeetingId}: the fingerprint of its minutes, version {minutes.Version}, is not the one in its log.";
        else if (!logged.Exists(deed => deed.HtmlSha256 is null || string.Equals(deed.HtmlSha256, FrozenMinutes.Fingerprint(minutes.Html), StringComparison.Ordinal)))
            yield return $"Meeting {log.MeetingId}: what readers see of its minutes, version {minutes.Version}, is not what was published.";
    }

    private static IEnumerable<string> Missing(IReadOnlyList<PublishedRow> minutes, VerifyLog log) =>
        from deed in Publications(log)
        where minutes.All(published => published.Version != deed.Version)
        select $"Meeting {log.MeetingId}: its log says that minutes were published, version {deed.Version}, but they are gone.";

    /// <summary>Logs from before there were versions name none: theirs is the first.</summary>
    private static IEnumerable<PublicationDeed> Publications(VerifyLog log) =>
        log.Deeds<PublicationDeed>(Deeds.MinutesPublished).Select(deed => deed with { Version = Math.Max(deed.Version, 1) });

    public sealed record PublishedRow(int Version, string Markdown, string Html, string Sha256);
}
