using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Meetings;

internal static class OpenPollQuery
{
    /// <summary>Do people vote in this meeting now? Reliable in a transaction that holds the meeting.</summary>
    public static async Task<bool> HasOpenPollAsync(this DbTransaction tx, Guid meetingId, CancellationToken ct) =>
        await tx.FindAsync<int>("select count(*) from polls where meeting_id = @meetingId and state = 'open'", new { meetingId }, ct) > 0;
}
