using System.Data.Common;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Backups.Daily;
using Participatie.Web.Data;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

/// <summary>A table that somebody works for, and as what.</summary>
public sealed record MyTable(Guid Id, string Name, string Area, bool Facilitates, bool WritesMinutes, bool Answers);

[Authorize]
public sealed class OverviewModel(DbDataSource db, TableAccess access, MeetingStore meetings, AnswerStore answers, BackupLog backups, TimeProvider clock) : PageModel
{
    public bool IsAdministrator { get; private set; }

    public bool BackupIsLate { get; private set; }

    public IReadOnlyList<MyTable> Tables { get; private set; } = [];

    public ILookup<Guid, MeetingRow> Meetings { get; private set; } = Array.Empty<MeetingRow>().ToLookup(meeting => meeting.TableId);

    /// <summary>What waits for an answer of each table.</summary>
    public Dictionary<Guid, IReadOnlyList<DeskRow>> Desks { get; } = [];

    public DateOnly Today => DutchTime.Today(clock.GetUtcNow());

    /// <summary>By when a second step at signing in is to be set up; null for who has one or needs none.</summary>
    public DateOnly? SecondStepBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (StaffSession.IsOverdue(User))
            return TableAccess.Refusal(User);

        SecondStepBy = StaffSession.Of(HttpContext) is { NeedsSecondStep: true, SecondStepDue: { } due } ? DutchTime.Today(due) : null;
        IsAdministrator = await access.IsAdministratorAsync(User, ct);
        BackupIsLate = IsAdministrator && await backups.IsLateAsync(ct);
        Tables = await db.QueryAsync<MyTable>(MyTablesSql, new { userId = TableAccess.StaffId(User), all = IsAdministrator }, ct);
        foreach (var table in Tables.Where(table => table.Answers))
            Desks.Add(table.Id, await answers.DeskAsync(table.Id, ct));
        if (Tables.Count > 0)
            Meetings = (await meetings.OfTablesAsync([.. Tables.Select(table => table.Id)], ct)).ToLookup(meeting => meeting.TableId);
        return Page();
    }

    private const string MyTablesSql =
        """
        select   t.id, t.name, a.name as area,
                 @all or exists (select 1 from table_roles where table_id = t.id and user_id = @userId and role = 'facilitator') as facilitates,
                 @all or exists (select 1 from table_roles where table_id = t.id and user_id = @userId and role in ('facilitator', 'minutetaker')) as writes_minutes,
                 @all or exists (select 1 from table_roles where table_id = t.id and user_id = @userId and role = 'boardmember') as answers
        from     tables t
        join     areas a on a.slug = t.area
        where    @all or exists (select 1 from table_roles where table_id = t.id and user_id = @userId)
        order by t.name
        """;
}
