using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Core.Decisions;
using Participatie.Web.Decisions.Answers;
using Participatie.Web.Reading.Feeds;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading;

/// <summary>You said, we did: what an area or a table asked, and what came of it, with the figures.</summary>
public sealed class AnswersModel(FeedOwners owners, AnswerRecord record, PublicMeetings meetings, TimeProvider clock) : PageModel
{
    /// <summary>The area or table.</summary>
    public FeedOwner Owner { get; private set; } = null!;

    public IReadOnlyList<RecordRow> Decisions { get; private set; } = [];

    public AnswerFigures Figures { get; private set; } = null!;

    public PeopleRow People { get; private set; } = null!;

    public DateOnly Today => DutchTime.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken ct)
    {
        if (await owners.FindAsync($"/{kind}/{slug}", ct) is not { } owner)
            return NotFound();

        Owner = owner;
        Decisions = owner.Table is { } table ? await record.OfTableAsync(table, ct) : await record.OfAreaAsync(slug, ct);
        People = await meetings.PeopleAsync(Owner, ct);
        Figures = AnswerFigures.Of([.. Decisions.Select(decision => decision.Asked)], Today);
        return Page();
    }
}
