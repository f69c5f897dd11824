using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Reading;

public sealed record PublicMinutesRow(
    Guid MeetingId, string MeetingTitle, DateTimeOffset StartsAt, string Markdown, string Html, string Sha256, DateTimeOffset PublishedAt,
    string TableSlug, string TableName);

/// <summary>Published minutes, as they were frozen.</summary>
public sealed class PublicMinutes(DbDataSource db)
{
    public Task<PublicMinutesRow?> FindAsync(Guid meetingId, CancellationToken ct) =>
        db.FindAsync<PublicMinutesRow>(FindSql, new { meetingId }, ct);

    private const string FindSql =
        """
        select m.id as meeting_id, m.title as meeting_title, m.starts_at, n.markdown, n.html, n.sha256, n.published_at,
               t.slug as table_slug, t.name as table_name
        from   minutes n
        join   meetings m on m.id = n.meeting_id
        join   tables t on t.id = m.table_id
        where  n.meeting_id = @meetingId and n.state = 'published'
        """;
}
