using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Meetings.Floor;

/// <summary>Notes how many people of each side sit at the table. Who counts again corrects it.</summary>
public sealed class CountAttendance(DbDataSource db, TimeProvider clock)
{
    /// <summary>More than this is a slip of the finger.</summary>
    public const int Most = 10_000;

    public Task<MeetingStep> RunAsync(Guid meetingId, AttendanceDeed counted, string actor, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            var now = clock.GetUtcNow();
            await tx.HoldMeetingAsync(meetingId, ct);
            if (await tx.ExecuteAsync(CountSql, new { meetingId, counted.Residents, counted.Professionals, now }, ct) == 0)
                return MeetingStep.TooLate;

            await tx.AppendAsync(new Deed(meetingId, actor, Deeds.AttendanceCounted, counted, now), ct);
            return MeetingStep.Done;
        },
        ct);

    private const string CountSql =
        """
        insert into attendance (meeting_id, residents, professionals, counted_at)
        select id, @Residents, @Professionals, @now from meetings where id = @meetingId and state <> 'planned'
        on conflict (meeting_id) do update
        set    residents = excluded.residents, professionals = excluded.professionals, counted_at = excluded.counted_at
        where  attendance.residents <> excluded.residents or attendance.professionals <> excluded.professionals
        """;
}
