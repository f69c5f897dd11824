using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;

namespace Participatie.Web.Meetings;

/// <summary>Lets a meeting that was cancelled go on after all.</summary>
public sealed class ReinstateMeeting(DbDataSource db, MeetingStore meetings, Feed feed, TimeProvider clock)
{
    public async Task<MeetingStep> RunAsync(Guid meetingId, string actor, CancellationToken ct)
    {
        if (await meetings.FindAsync(meetingId, ct) is not { } meeting || !await ReinstateAsync(meeting, actor, ct))
            return MeetingStep.TooLate;

        await feed.MeetingChangedAsync(meetingId, ct);
        return MeetingStep.Done;
    }

    private Task<bool> ReinstateAsync(MeetingRow meeting, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var deed = new Deed(meeting.Id, actor, Deeds.MeetingReinstated, new MeetingDeed(meeting.Title, meeting.Place), now);
        return db.RecordAsync(deed, ReinstateSql, new { meeting.Id, now }, ct);
    }

    private const string ReinstateSql =
        """
        update meetings
        set    cancelled_at = null, cancellation = null, sequence = sequence + 1, changed_at = @now
        where  id = @Id and state = 'planned' and cancelled_at is not null
        """;
}
