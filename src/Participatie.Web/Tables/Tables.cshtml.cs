using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Decisions;
using Participatie.Web.Shared;

namespace Participatie.Web.Tables;

/// <summary>Where an administrator adds tables and says who works for them.</summary>
[AdministratorsOnly]
public sealed class TablesModel(TableStore store, TableStaff staff, AddTable addTable, AgreeTerms agreeTerms, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public TableKind Kind { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    [TempData]
    public string? Done { get; set; }

    public string? NameError { get; private set; }

    public string? AreaError { get; private set; }

    /// <summary>The table whose agreements were refused.</summary>
    public Guid? Refused { get; private set; }

    public string? TermsError { get; private set; }

    public IReadOnlyList<AreaRow> Areas { get; private set; } = [];

    public IReadOnlyList<TableRow> Tables { get; private set; } = [];

    public IReadOnlyList<StaffRow> Staff { get; private set; } = [];

    public ILookup<Guid, TableRoleRow> Roles { get; private set; } = Array.Empty<TableRoleRow>().ToLookup(role => role.TableId);

    public Task<PageResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        var outcome = await addTable.RunAsync(Name, Kind, Area, ct);
        if (outcome == AddTableOutcome.Added)
            return Finish(texts["‘{0}’ staat er nu bij.", Name!.Trim()]);

        Explain(outcome);
        return await ShowAsync(ct);
    }

    private void Explain(AddTableOutcome outcome)
    {
        switch (outcome)
        {
            case AddTableOutcome.NameMissing:
                NameError = texts["Vul een naam in, met gewone letters of cijfers."];
                break;
            case AddTableOutcome.NameTooLong:
                NameError = texts["Maak de naam korter: hooguit {0} tekens.", AddTable.LongestName];
                break;
            case AddTableOutcome.NameTaken:
                NameError = texts["Er is al een tafel met deze naam. Zet bijvoorbeeld de wijk erbij."];
                break;
            case AddTableOutcome.AreaUnknown:
                AreaError = texts["Kies een wijk uit de lijst."];
                break;
        }
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid tableId, Guid userId, TableRole role, CancellationToken ct)
    {
        return await staff.GiveAsync(tableId, userId, role, ct) ? Finish(texts["De taak is gegeven."]) : NotFound();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid tableId, Guid userId, TableRole role, CancellationToken ct)
    {
        await staff.TakeAsync(tableId, userId, role, ct);
        return Finish(texts["De taak is weggehaald."]);
    }

    public async Task<IActionResult> OnPostTermsAsync(Guid tableId, Mandate mandate, int? responseDays, CancellationToken ct)
    {
        switch (await agreeTerms.RunAsync(tableId, mandate, responseDays, ct))
        {
            case AgreeTermsOutcome.Agreed:
                return Finish(texts["De afspraken zijn bewaard. Ze gelden voor besluiten die hierna worden gepubliceerd."]);
            case AgreeTermsOutcome.TableUnknown:
                return NotFound();
            default:
                (Refused, TermsError) = (tableId, texts["Vul een aantal dagen in, van 1 tot en met {0}.", AgreeTerms.MostDays]);
                return await ShowAsync(ct);
        }
    }

    public string KindName(string kind) => TableNames.Kind(texts, kind);

    public string RoleName(TableRole role) => TableNames.Role(texts, role);

    private RedirectToPageResult Finish(string done)
    {
        Done = done;
        return RedirectToPage();
    }

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        Areas = await store.AreasAsync(ct);
        Tables = await store.TablesAsync(ct);
        Staff = await staff.StaffAsync(ct);
        Roles = (await staff.RolesAsync(ct)).ToLookup(role => role.TableId);
        return Page();
    }
}
