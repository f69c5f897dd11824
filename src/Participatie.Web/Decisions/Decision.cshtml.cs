using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Polls;

namespace Participatie.Web.Decisions;

/// <summary>One decision as a chain: what it was about, how people voted, what was decided, who must answer.</summary>
public sealed class DecisionModel(DecisionRegister register, ReleasedPolls polls) : PageModel
{
    public DecisionChainRow Decision { get; private set; } = null!;

    /// <summary>Null when the table decided without a vote.</summary>
    public PollResult? Vote { get; private set; }

    public IReadOnlyList<string> Themes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await register.FindAsync(id, ct) is not { } decision)
            return NotFound();

        Decision = decision;
        Themes = await register.ThemesAsync(id, ct);
        Vote = decision.PollId is { } pollId ? await polls.FindAsync(pollId, ct) : null;
        return Page();
    }
}
