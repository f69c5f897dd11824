using System.Data.Common;
using Participatie.Web.Data;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Meetings;

/// <summary>Plans a meeting of a table and gives it a code of its own.</summary>
public sealed class PlanMeeting(DbDataSource db, TimeProvider clock)
{
    public Task<Guid> RunAsync(Guid tableId, MeetingPlan plan, CancellationToken ct) => RunAsync(tableId, plan, [], ct);

    public Task<Guid> RunAsync(Guid tableId, MeetingPlan plan, IReadOnlyList<PlannedItem> agenda, CancellationToken ct) =>
        RunAsync(tableId, plan, _ => Task.FromResult(agenda), ct);

    /// <summary>Plans it with an agenda that is read in the same transaction.</summary>
    public async Task<Guid> RunAsync(Guid tableId, MeetingPlan plan, Func<DbTransaction, Task<IReadOnlyList<PlannedItem>>> agenda, CancellationToken ct)
    {
        var id = RowKey.New();
        while (!await db.TransactAsync(async tx => await PlanAsync(tx, id, tableId, plan, await agenda(tx), ct), ct))
        {
            // The code was in use; the next one is free almost certainly.
        }

        return id;
    }

    private async Task<bool> PlanAsync(DbTransaction tx, Guid id, Guid tableId, MeetingPlan plan, IReadOnlyList<PlannedItem> agenda, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await tx.ExecuteAsync(PlanSql, new { id, tableId, code = Codes.NewMeeting(), plan.Title, plan.Place, plan.StartsAt, plan.RehearsalOf, now }, ct) == 0)
            return false;

        await PlannedAgenda.AddAsync(tx, id, agenda, ct);
        await IndexMeeting.RunAsync(tx, id, ct);
        return true;
    }

    private const string PlanSql =
        """
        insert into meetings (id, table_id, code, title, place, starts_at, state, revision, changed_at, rehearsal_of)
        values (@id, @tableId, @code, @Title, @Place, @StartsAt, 'planned', 0, @now, @RehearsalOf)
        on conflict (code) do nothing
        """;
}
