using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Polls;

namespace Participatie.Web.Decisions;

/// <summary>One decision as a chain: what it was about, how people voted, what was decided.</summary>
public sealed class DecisionModel(DecisionRegister register, ReleasedPolls polls) : PageModel
{
    public DecisionChainRow Decision { get; private set; } = null!;

    public PollResult Vote { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await register.FindAsync(id, ct) is not { } decision || await polls.FindAsync(decision.PollId, ct) is not { } vote)
            return NotFound();

        Decision = decision;
        Vote = vote;
        return Page();
    }
}
