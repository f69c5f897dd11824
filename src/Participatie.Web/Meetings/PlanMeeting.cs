using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Meetings;

/// <summary>Plans a meeting of a table and gives it a code of its own.</summary>
public sealed class PlanMeeting(DbDataSource db, TimeProvider clock)
{
    public async Task<Guid> RunAsync(Guid tableId, MeetingPlan plan, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        while (!await db.TransactAsync(tx => PlanAsync(tx, id, tableId, plan, ct), ct))
        {
            // The code was in use; the next one is free almost certainly.
        }

        return id;
    }

    private async Task<bool> PlanAsync(DbTransaction tx, Guid id, Guid tableId, MeetingPlan plan, CancellationToken ct)
    {
        if (await tx.ExecuteAsync(PlanSql, Parameters(id, tableId, plan), ct) == 0)
            return false;

        await IndexMeeting.RunAsync(tx, id, ct);
        return true;
    }

    private object Parameters(Guid id, Guid tableId, MeetingPlan plan) =>
        new { id, tableId, code = Codes.NewMeeting(), plan.Title, plan.Place, plan.StartsAt, now = clock.GetUtcNow() };

    private const string PlanSql =
        """
        insert into meetings (id, table_id, code, title, place, starts_at, state, revision, changed_at)
        values (@id, @tableId, @code, @Title, @Place, @StartsAt, 'planned', 0, @now)
        on conflict (code) do nothing
        """;
}
