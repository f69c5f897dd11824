using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

/// <summary>The few rows that a meeting needs around it.</summary>
internal static class MeetingsInDatabase
{
    public static async Task<Guid> AddMeetingAsync(this DbDataSource db, DateTimeOffset startsAt, CancellationToken ct)
    {
        var meetingId = Guid.CreateVersion7();
        var unique = meetingId.ToString("n");
        await db.ExecuteAsync(
            """
            insert into municipalities (tooi, name) values (@unique, 'Rotterdam');
            insert into areas (slug, name, municipality) values (@unique, 'Afrikaanderwijk', @unique);
            insert into tables (id, slug, name, kind, area) values (@meetingId, @unique, 'Wijktafel', 'neighbourhood', @unique);
            insert into meetings (id, table_id, code, title, place, starts_at, state, revision)
            values (@meetingId, @meetingId, @unique, 'Het plein', 'Het Klooster', @startsAt, 'open', 0);
            """,
            new { meetingId, unique, startsAt },
            ct);
        return meetingId;
    }
}
