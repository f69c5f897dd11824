using System.Data.Common;
using Participatie.Web.Data;

namespace Participatie.Web.Tests.Decisions;

internal static class AdvicesInDatabase
{
    /// <summary>An advice of a meeting to a board that sits at a table of its own.</summary>
    public static async Task<Guid> AddAdviceAsync(this DbDataSource db, Guid meetingId, DateOnly respondBy, CancellationToken ct)
    {
        var id = RowKey.New();
        await db.ExecuteAsync(AddBoardSql, new { id, meetingId, slug = "bestuurstafel" }, ct);
        await db.ExecuteAsync(AddAdviceSql, new { id, meetingId, isAdvice = true, respondBy, decidedAt = DateTimeOffset.UnixEpoch }, ct);
        return id;
    }

    private const string AddBoardSql =
        """
        insert into tables (id, slug, name, kind, area)
        select @id, @slug, 'Bestuurstafel', 'board', t.area
        from   meetings m
        join   tables t on t.id = m.table_id
        where  m.id = @meetingId
        on conflict (slug) do nothing
        """;

    private const string AddAdviceSql =
        """
        insert into decisions (id, meeting_id, number, is_advice, text, reasons, mandate, addressee, answering_table, respond_by, decided_at)
        select @id, @meetingId, (select count(*) + 1 from decisions where meeting_id = @meetingId), @isAdvice, 'Er komen lampen in de tunnel.', '',
               'advise', 'Bestuurstafel', (select id from tables where kind = 'board'), @respondBy, @decidedAt
        """;
}
