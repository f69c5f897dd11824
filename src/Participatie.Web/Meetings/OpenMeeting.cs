using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Rehearsing;

namespace Participatie.Web.Meetings;

/// <summary>Opens a planned meeting that goes on. What was rehearsed for it is thrown away.</summary>
public sealed class OpenMeeting(DbDataSource db, DiscardRehearsal discard, Feed feed, TimeProvider clock)
{
    public async Task<MeetingStep> RunAsync(MeetingView meeting, string actor, CancellationToken ct)
    {
        var step = await db.TransactAsync(tx => OpenAsync(tx, meeting, actor, ct), ct);
        if (step != MeetingStep.Done)
            return step;

        await feed.MeetingChangedAsync(meeting.Id, ct);
        await discard.RunAllOfAsync(meeting.Id, ct);
        return step;
    }

    private async Task<MeetingStep> OpenAsync(DbTransaction tx, MeetingView meeting, string actor, CancellationToken ct)
    {
        if (await tx.ExecuteAsync(OpenSql, meeting, ct) == 0)
            return await tx.FindAsync<int>(CancelledSql, meeting, ct) > 0 ? MeetingStep.Cancelled : MeetingStep.TooLate;

        await tx.AppendAsync(new Deed(meeting.Id, actor, Deeds.MeetingOpened, new MeetingDeed(meeting.Title, meeting.Place), clock.GetUtcNow()), ct);
        return MeetingStep.Done;
    }

    private const string OpenSql = "update meetings set state = 'open' where id = @Id and state = 'planned' and cancelled_at is null";

    private const string CancelledSql = "select count(*) from meetings where id = @Id and cancelled_at is not null";
}
