using Microsoft.AspNetCore.Mvc;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

public sealed class NewMeetingModel(TableAccess access, TableStore tables, PlanMeeting planMeeting, TimeProvider clock) : FacilitatorPage(access)
{
    [BindProperty(SupportsGet = true, Name = "tafel")]
    public Guid TableId { get; set; }

    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public TableRow Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refusal)
            return refusal;
        var nextWeek = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(7);
        Input.StartsAt = nextWeek.ToDateTime(new TimeOnly(19, 30));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refusal)
            return refusal;
        if (!ModelState.IsValid)
            return Page();

        var id = await planMeeting.RunAsync(TableId, Input.ToPlan(), ct);
        return new SeeOther($"/beheer/bijeenkomsten/{id}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await tables.FindAsync(TableId, ct) is not { } table)
            return NotFound();
        Table = table;
        return await RefuseAsync(table.Id, ct);
    }
}
