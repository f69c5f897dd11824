using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Tables;

namespace Participatie.Web.Decisions;

/// <summary>The register of decisions, newest first.</summary>
public sealed class DecisionsModel(DecisionRegister register, TableStore tables) : PageModel
{
    private const int PerPage = 25;

    [BindProperty(SupportsGet = true, Name = "wijk")]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<AreaRow> Areas { get; private set; } = [];

    public IReadOnlyList<DecisionRow> Decisions { get; private set; } = [];

    public bool HasOlder { get; private set; }

    /// <summary>The address of this list, however it was asked for.</summary>
    public string Canonical => Area is null && Number == 1 ? "/besluiten" : Address(Number);

    public string Address(int number) => $"/besluiten?wijk={Uri.EscapeDataString(Area ?? "")}&pagina={number}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        Area = string.IsNullOrWhiteSpace(Area) ? null : Area;
        Areas = await tables.AreasAsync(ct);

        var found = await register.NewestAsync(Area, PerPage + 1, (Number - 1) * PerPage, ct);
        HasOlder = found.Count > PerPage;
        Decisions = [.. found.Take(PerPage)];
    }
}
