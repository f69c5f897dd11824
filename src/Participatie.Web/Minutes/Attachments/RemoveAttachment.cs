using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Minutes.Attachments;

public enum RemoveOutcome
{
    Removed,

    /// <summary>The text that is kept, or the one that participants see, refers to it.</summary>
    InText,

    /// <summary>It was published, or the minutes are adopted, or it was gone already.</summary>
    TooLate,
}

/// <summary>Throws a file away that nobody needs: its content is gone, its name is never used again.</summary>
public sealed class RemoveAttachment(DbDataSource db, AttachmentStore store, MinutesStore minutes, AttachmentFiles files, TimeProvider clock)
{
    public async Task<RemoveOutcome> RunAsync(Guid meetingId, Guid id, CancellationToken ct)
    {
        if (await store.FindAsync(id, ct) is not { } attachment || attachment.MeetingId != meetingId)
            return RemoveOutcome.TooLate;
        if (attachment.IsOpen && !attachment.Published || await IsInTextAsync(meetingId, attachment.Name, ct))
            return RemoveOutcome.InText;
        if (!await db.TransactAsync(tx => RemoveAsync(tx, meetingId, id, ct), ct))
            return RemoveOutcome.TooLate;

        files.Delete(id);
        return RemoveOutcome.Removed;
    }

    private async Task<bool> RemoveAsync(DbTransaction tx, Guid meetingId, Guid id, CancellationToken ct)
    {
        await tx.HoldMeetingAsync(meetingId, ct); // who publishes now waits, and finds it gone
        return await tx.ExecuteAsync(RemoveSql, new { meetingId, id, now = clock.GetUtcNow() }, ct) > 0;
    }

    private async Task<bool> IsInTextAsync(Guid meetingId, string name, CancellationToken ct) =>
        Attachment.IsNamed(name, (await minutes.FindAsync(meetingId, ct))?.Markdown);

    private const string RemoveSql =
        """
        update attachments
        set    removed_at = @now
        where  id = @id and meeting_id = @meetingId and removed_at is null
        and    not exists (select 1 from minutes_attachments where attachment_id = @id)
        and    not exists (select 1 from minutes where meeting_id = @meetingId and state in ('adopted', 'published'))
        """;
}
