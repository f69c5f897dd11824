using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participatie.Web.Reading;

/// <summary>Published minutes.</summary>
public sealed class MinutesModel(PublicMinutes published) : PageModel
{
    public PublicMinutesRow Minutes { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await published.FindAsync(id, ct) is not { } minutes)
            return NotFound();

        Minutes = minutes;
        return Page();
    }
}
