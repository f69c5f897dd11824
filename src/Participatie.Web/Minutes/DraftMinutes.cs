using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Minutes;

/// <summary>Drafts the minutes of a meeting from its log. Nothing is kept until somebody saves it.</summary>
public sealed class DraftMinutes(DbDataSource db, MinutesDraft draft)
{
    public async Task<string> RunAsync(Guid meetingId, MinutesHeading heading, CancellationToken ct) =>
        draft.Write(heading, await db.EventsAsync(meetingId, ct));
}
