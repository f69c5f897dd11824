using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes;

namespace Participatie.Web.Verification;

/// <summary>Published minutes against their own fingerprint, and that against the log.</summary>
public sealed class VerifyMinutes(DbDataSource db)
{
    public Task<IReadOnlyList<PublishedRow>> ReadAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<PublishedRow>(PublishedSql, new { meetingId }, ct);

    private const string PublishedSql = "select markdown, sha256 from minutes where meeting_id = @meetingId and state = 'published'";

    public static Finding Check(IReadOnlyList<PublishedRow> minutes, VerifyLog log) =>
        new(minutes.Count, [.. minutes.SelectMany(published => Faults(published, log))]);

    private static IEnumerable<string> Faults(PublishedRow minutes, VerifyLog log)
    {
        if (!string.Equals(FrozenMinutes.Fingerprint(minutes.Markdown), minutes.Sha256, StringComparison.Ordinal))
            yield return $"Meeting {log.MeetingId}: its minutes do not have the fingerprint that was published with them.";
        if (!log.Deeds<MinutesDeed>().Any(deed => string.Equals(deed.Sha256, minutes.Sha256, StringComparison.Ordinal)))
            yield return $"Meeting {log.MeetingId}: the fingerprint of its minutes is not the one in its log.";
    }

    public sealed record PublishedRow(string Markdown, string? Sha256);
}
