using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Polls;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Decisions;

/// <summary>One decision as a chain: what it was about, how people voted, what was decided, who must answer.</summary>
public sealed class DecisionModel(DecisionRegister register, ReleasedPolls polls, AnswerStore answers, TableAccess access, TimeProvider clock) : PageModel
{
    public DecisionChainRow Decision { get; private set; } = null!;

    /// <summary>Null when the table decided without a vote.</summary>
    public PollResult? Vote { get; private set; }

    public IReadOnlyList<string> Themes { get; private set; } = [];

    public AnswerRow Answer { get; private set; } = null!;

    public IReadOnlyList<CommitmentRow> Commitments { get; private set; } = [];

    public ILookup<Guid, ProgressRow> Progress { get; private set; } = Array.Empty<ProgressRow>().ToLookup(news => news.CommitmentId);

    /// <summary>Is the reader somebody who answers this decision?</summary>
    public bool MayAnswer { get; private set; }

    public DateOnly Today => DutchTime.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await register.FindAsync(id, ct) is not { } decision)
            return NotFound();

        Decision = decision;
        Themes = await register.ThemesAsync(id, ct);
        Vote = decision.PollId is { } pollId ? await polls.FindAsync(pollId, ct) : null;
        Answer = (await answers.FindAsync(id, ct))!;
        Commitments = await answers.CommitmentsAsync(id, ct);
        Progress = (await answers.ProgressAsync(id, ct)).ToLookup(news => news.CommitmentId);
        MayAnswer = await answers.AddressedAsync(id, ct) is { } addressed && await access.MayAsync(User, addressed.TableId, [TableRole.BoardMember], ct);
        return Page();
    }
}
