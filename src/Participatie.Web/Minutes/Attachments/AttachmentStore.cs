using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Minutes.Attachments;

/// <summary>What is known of attachments.</summary>
public sealed class AttachmentStore(DbDataSource db)
{
    /// <summary>What a text of this meeting can refer to, in the order in which it was brought.</summary>
    public static Task<IReadOnlyList<Attachment>> OfMeetingAsync(DbDataSource db, Guid meetingId, CancellationToken ct) =>
        db.QueryAsync<Attachment>(OfMeetingSql, new { meetingId }, ct);

    public static Task<IReadOnlyList<Attachment>> OfMeetingAsync(DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        tx.QueryAsync<Attachment>(OfMeetingSql, new { meetingId }, ct);

    private const string OfMeetingSql =
        $"""
        select   {Columns}
        from     attachments a
        where    a.meeting_id = @meetingId and a.removed_at is null
        order by a.added_at, a.name
        """;

    /// <summary>The files of a published version, by name.</summary>
    public Task<IReadOnlyList<Attachment>> OfVersionAsync(Guid meetingId, int version, CancellationToken ct) =>
        db.QueryAsync<Attachment>(OfVersionSql, new { meetingId, version }, ct);

    private const string OfVersionSql =
        $"""
        select   {Columns}
        from     minutes_attachments v
        join     attachments a on a.id = v.attachment_id
        where    v.meeting_id = @meetingId and v.version = @version
        order by a.name
        """;

    /// <summary>An attachment and who may have it; null when there is none, or it was removed.</summary>
    public Task<AttachmentAccess?> FindAsync(Guid id, CancellationToken ct) => db.FindAsync<AttachmentAccess>(FindSql, new { id }, ct);

    private const string FindSql =
        $"""
        select {Columns}, m.table_id,
               exists (select 1 from minutes_attachments where attachment_id = a.id) as published,
               (select r.markdown
                from   minutes n
                join   minutes_revisions r on r.meeting_id = n.meeting_id and r.revision = n.shared_revision
                where  n.meeting_id = a.meeting_id) as shared_text
        from   attachments a
        join   meetings m on m.id = a.meeting_id
        where  a.id = @id and a.removed_at is null
        """;

    private const string Columns = "a.id, a.meeting_id, a.name, a.media_type, a.bytes, a.sha256";
}

/// <summary>An attachment and what decides who may have it.</summary>
/// <param name="Published">Whether a published version holds it.</param>
/// <param name="SharedText">The concept that participants see; null when they see none.</param>
public sealed record AttachmentAccess(
    Guid Id, Guid MeetingId, string Name, string MediaType, long Bytes, string Sha256, Guid TableId, bool Published, string? SharedText)
{
    /// <summary>Whether who knows the address may have it: it is published, or in the concept that participants see.</summary>
    public bool IsOpen => Published || Attachment.IsNamed(Name, SharedText);
}
