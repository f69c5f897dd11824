using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

/// <summary>Where a facilitator plans a meeting: from nothing, from a template, or from another meeting of the table.</summary>
public sealed class NewMeetingModel(
    TableAccess access, TableStore tables, MeetingStore meetings, MeetingTemplates templates, PlanMeeting planMeeting, CopyMeeting copy, TimeProvider clock,
    IStringLocalizer<Texts> texts) : FacilitatorPage(access)
{
    [BindProperty(SupportsGet = true, Name = "tafel")]
    public Guid TableId { get; set; }

    /// <summary>The key of a template, or the id of a meeting; empty for an agenda without items.</summary>
    [BindProperty(SupportsGet = true, Name = "begin")]
    public string? Begin { get; set; }

    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public TableRow Table { get; private set; } = null!;

    public IReadOnlyList<MeetingTemplate> Templates => templates.All;

    /// <summary>The meetings of the table, the newest first.</summary>
    public IReadOnlyList<MeetingRow> Earlier { get; private set; } = [];

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
        if (await PlanAsync(Input.ToPlan(), ct) is { } id)
            return new SeeOther(PlanModel.AddressOf(id));

        ModelState.AddModelError(nameof(Begin), texts["Kies waar je mee begint."]);
        return Page();
    }

    /// <summary>The new meeting; null when what to begin with is not there.</summary>
    private async Task<Guid?> PlanAsync(MeetingPlan plan, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Begin))
            return await planMeeting.RunAsync(TableId, plan, ct);
        if (templates.Find(Begin) is { } template)
            return await planMeeting.RunAsync(TableId, plan, template.Agenda, ct);
        if (Guid.TryParse(Begin, out var id) && Earlier.FirstOrDefault(meeting => meeting.Id == id) is { } earlier)
            return await copy.RunAsync(earlier, plan, ct);
        return null;
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await tables.FindAsync(TableId, ct) is not { } table)
            return NotFound();

        Table = table;
        Earlier = await meetings.OfTablesAsync([table.Id], ct);
        return await RefuseAsync(table.Id, ct);
    }
}
