using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Data;

/// <summary>The few rows that a meeting needs around it.</summary>
internal static class MeetingsInDatabase
{
    public static async Task<Guid> AddTableAsync(this DbDataSource db, CancellationToken ct)
    {
        var tableId = RowKey.New();
        await db.ExecuteAsync(AddTableSql, new { tableId, unique = tableId.ToString("n") }, ct);
        return tableId;
    }

    private const string AddTableSql =
        """
        insert into municipalities (tooi, name) values (@unique, 'Rotterdam');
        insert into areas (slug, name, municipality) values (@unique, 'Afrikaanderwijk', @unique);
        insert into tables (id, slug, name, kind, area) values (@tableId, @unique, 'Wijktafel', 'neighbourhood', @unique);
        """;

    public static async Task<Guid> AddMeetingAsync(this DbDataSource db, DateTimeOffset startsAt, CancellationToken ct)
    {
        var meetingId = RowKey.New();
        var tableId = await db.AddTableAsync(ct);
        await db.ExecuteAsync(
            """
            insert into meetings (id, table_id, code, title, place, starts_at, state, revision)
            values (@meetingId, @tableId, @code, 'Het plein', 'Het Klooster', @startsAt, 'open', 0);
            """,
            new { meetingId, tableId, code = meetingId.ToString("n"), startsAt },
            ct);
        return meetingId;
    }
}
