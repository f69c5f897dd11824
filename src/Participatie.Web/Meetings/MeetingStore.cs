using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Meetings;

/// <summary>A meeting with the name of its table; <paramref name="Cancellation"/> says why it does not go on.</summary>
/// <param name="RehearsalOf">The meeting that it rehearses; null for one that counts.</param>
public sealed record MeetingRow(
    Guid Id, Guid TableId, string TableName, string Code, string Title, string Place, DateTimeOffset StartsAt, MeetingState State, string? Cancellation,
    Guid? CurrentItem, long Revision, Guid? RehearsalOf);

/// <summary>What a facilitator fills in about a meeting.</summary>
public sealed record MeetingPlan(string Title, string Place, DateTimeOffset StartsAt)
{
    /// <summary>The meeting that it rehearses; null for one that counts.</summary>
    public Guid? RehearsalOf { get; init; }
}

/// <summary>Meetings as rows: planning and finding them. What happens in a meeting is told by actions.</summary>
public sealed class MeetingStore(DbDataSource db, TimeProvider clock)
{
    public Task<MeetingRow?> FindAsync(Guid id, CancellationToken ct) => db.FindAsync<MeetingRow>(FindSql, new { id }, ct);

    private const string Columns =
        """
        select m.id, m.table_id, t.name as table_name, m.code, m.title, m.place, m.starts_at, m.state, m.cancellation,
               m.current_item, m.revision, m.rehearsal_of
        from   meetings m
        join   tables t on t.id = m.table_id

        """;

    private const string FindSql = Columns + "where m.id = @id";

    public Task<MeetingRow?> FindByCodeAsync(string code, CancellationToken ct) => db.FindAsync<MeetingRow>(FindByCodeSql, new { code }, ct);

    private const string FindByCodeSql = Columns + "where m.code = @code";

    /// <summary>The rehearsal of a meeting, the newest where there are more; null when nobody rehearses it.</summary>
    public Task<MeetingRow?> FindRehearsalAsync(Guid id, CancellationToken ct) => db.FindAsync<MeetingRow>(FindRehearsalSql, new { id }, ct);

    private const string FindRehearsalSql = Columns + "where m.rehearsal_of = @id order by m.starts_at desc limit 1";

    /// <summary>The meetings of some tables that count, of each the newest first. It asks per table: no SQL text takes a list of values on both databases.</summary>
    public async Task<IReadOnlyList<MeetingRow>> OfTablesAsync(IReadOnlyCollection<Guid> tables, CancellationToken ct)
    {
        var meetings = new List<MeetingRow>();
        foreach (var table in tables)
            meetings.AddRange(await db.QueryAsync<MeetingRow>(OfTableSql, new { table }, ct));
        return meetings;
    }

    private const string OfTableSql = Columns + "where m.table_id = @table and m.rehearsal_of is null order by m.starts_at desc";

    public Task<bool> ReplanAsync(Guid id, MeetingPlan plan, CancellationToken ct) => db.TransactAsync(
        async tx =>
        {
            if (await tx.ExecuteAsync(ReplanSql, new { id, plan.Title, plan.Place, plan.StartsAt, now = clock.GetUtcNow() }, ct) == 0)
                return false;

            await IndexMeeting.RunAsync(tx, id, ct);
            return true;
        },
        ct);

    private const string ReplanSql =
        """
        update meetings
        set    title = @Title, place = @Place, starts_at = @StartsAt, revision = revision + 1, changed_at = @now,
               sequence = sequence + case when title = @Title and place = @Place and starts_at = @StartsAt then 0 else 1 end
        where  id = @id and state <> 'closed'
        """;
}
