using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Minutes.Comparing;

namespace Participatie.Web.Reading;

/// <summary>What a version of published minutes changed in the one before it.</summary>
public sealed class DifferenceModel(PublicMinutes published) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "versie")]
    public int? Version { get; set; }

    public PublicMinutesRow Newer { get; private set; } = null!;

    public PublicMinutesRow Older { get; private set; } = null!;

    public IReadOnlyList<DifferenceLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!ModelState.IsValid
            || await published.FindAsync(id, Version, ct) is not { } newer
            || await published.FindAsync(id, newer.Version - 1, ct) is not { } older)
            return NotFound();

        (Newer, Older, Lines) = (newer, older, TextDifference.Of(older.Markdown, newer.Markdown));
        return Page();
    }
}
