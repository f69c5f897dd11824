using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participatie.Web.Reading;

/// <summary>Every area, by municipality.</summary>
public sealed class AreasModel(PublicPlaces places) : PageModel
{
    public IReadOnlyList<PlaceRow> Areas { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    /// <param name="wijk">What the form on the front page sends.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(string? wijk, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(wijk) && await places.FindAreaAsync(wijk, ct) is { } chosen)
            return Redirect($"/wijken/{chosen.Slug}");

        Areas = await places.AreasAsync(ct);
        return Page();
    }
}
