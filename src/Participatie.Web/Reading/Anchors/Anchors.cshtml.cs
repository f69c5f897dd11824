using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Verification.Anchors;

namespace Participatie.Web.Reading.Anchors;

/// <summary>How anybody can check that nothing was changed, with the newest anchors.</summary>
public sealed class AnchorsModel(AnchorStore anchors) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<Anchor> Newest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Newest = await anchors.NewestAsync(Most, ct);
}
