using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Reading;

/// <summary>One published version of minutes.</summary>
/// <param name="AdoptedBy">The chair who adopted them; null when a vote did, or in minutes from before adoption was kept.</param>
/// <param name="Note">What is different from the version before; empty in the first.</param>
public sealed record PublicMinutesRow(
    Guid MeetingId, string MeetingTitle, string Place, DateTimeOffset StartsAt, int Version, string Markdown, string Html, string Sha256, string Note,
    DateTimeOffset? AdoptedAt, string? AdoptedBy, Guid? AdoptionPoll, DateTimeOffset PublishedAt, string TableSlug, string TableName);

/// <summary>What a list of versions shows.</summary>
public sealed record VersionRow(int Version, string Note, DateTimeOffset PublishedAt);

/// <summary>Published minutes, as they were frozen.</summary>
public sealed class PublicMinutes(DbDataSource db)
{
    /// <summary>A version, or the newest.</summary>
    public Task<PublicMinutesRow?> FindAsync(Guid meetingId, int? version, CancellationToken ct) => version is null
        ? db.FindAsync<PublicMinutesRow>($"{MinutesSql("published_minutes")} where n.meeting_id = @meetingId", new { meetingId }, ct)
        : db.FindAsync<PublicMinutesRow>($"{MinutesSql("minutes_versions")} where n.meeting_id = @meetingId and n.version = @version", new { meetingId, version }, ct);

    private static string MinutesSql(string source) =>
        $"""
        select m.id as meeting_id, m.title as meeting_title, m.place, m.starts_at, n.version, n.markdown, n.html, n.sha256, n.note,
               n.adopted_at, n.adopted_by, n.adoption_poll, n.published_at, t.slug as table_slug, t.name as table_name
        from   {source} n
        join   meetings m on m.id = n.meeting_id
        join   tables t on t.id = m.table_id
        """;

    /// <summary>All versions, the newest first.</summary>
    public Task<IReadOnlyList<VersionRow>> VersionsAsync(Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<VersionRow>(VersionsSql, new { meetingId }, ct);

    private const string VersionsSql =
        """
        select   version, note, published_at
        from     minutes_versions
        where    meeting_id = @meetingId
        order by version desc
        """;
}
