using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Minutes.Attachments;

namespace Participatie.Web.Minutes;

/// <summary>What a text of minutes is read against.</summary>
/// <param name="Events">The log of the meeting.</param>
/// <param name="Attachments">The files that the text can refer to.</param>
public sealed record MinutesSource(IReadOnlyList<Event> Events, IReadOnlyList<Attachment> Attachments)
{
    public static async Task<MinutesSource> OfAsync(DbDataSource db, Guid meetingId, CancellationToken ct) =>
        new(await db.EventsAsync(meetingId, ct), await AttachmentStore.OfMeetingAsync(db, meetingId, ct));

    public static async Task<MinutesSource> OfAsync(DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        new(await tx.EventsAsync(meetingId, ct), await AttachmentStore.OfMeetingAsync(tx, meetingId, ct));
}
