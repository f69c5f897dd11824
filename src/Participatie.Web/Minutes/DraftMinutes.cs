using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Minutes.Notes;

namespace Participatie.Web.Minutes;

/// <summary>Drafts the minutes of a meeting from its log and what was jotted down. Nothing is kept until somebody saves it.</summary>
public sealed class DraftMinutes(DbDataSource db, NoteStore notes, MinutesDraft draft)
{
    public async Task<string> RunAsync(Guid meetingId, MinutesHeading heading, CancellationToken ct) =>
        draft.Write(heading, await db.EventsAsync(meetingId, ct), await notes.OfMeetingAsync(meetingId, ct));
}
