using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;

namespace Participatie.Web.Meetings;

/// <summary>Calls off a planned meeting, with a reason that everybody may read. It stays on the agenda as one that does not go on.</summary>
public sealed class CancelMeeting(DbDataSource db, MeetingStore meetings, Feed feed, TimeProvider clock)
{
    public const int LongestReason = 300;

    public async Task<MeetingStep> RunAsync(Guid meetingId, string? reason, string actor, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason)
            return MeetingStep.ReasonNeeded;
        if (await meetings.FindAsync(meetingId, ct) is not { } meeting || !await CancelAsync(meeting, reason.Trim(), actor, ct))
            return MeetingStep.TooLate;

        await feed.MeetingChangedAsync(meetingId, ct);
        return MeetingStep.Done;
    }

    private Task<bool> CancelAsync(MeetingRow meeting, string reason, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var deed = new Deed(meeting.Id, actor, Deeds.MeetingCancelled, new CancellationDeed(meeting.Title, meeting.StartsAt, reason), now);
        return db.RecordAsync(deed, CancelSql, new { meeting.Id, now, reason }, ct);
    }

    private const string CancelSql =
        """
        update meetings
        set    cancelled_at = @now, cancellation = @reason, sequence = sequence + 1, changed_at = @now
        where  id = @Id and state = 'planned' and cancelled_at is null
        """;
}
