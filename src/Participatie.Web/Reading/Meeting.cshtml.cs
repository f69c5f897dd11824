using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Polls;

namespace Participatie.Web.Reading;

/// <summary>A meeting: when and where, what is on the agenda and, once released, how people voted.</summary>
public sealed class MeetingModel(PublicMeetings meetings, ReleasedPolls polls) : PageModel
{
    public PublicMeetingRow Meeting { get; private set; } = null!;

    public IReadOnlyList<PublicItemRow> Agenda { get; private set; } = [];

    public ILookup<Guid, PollResult> Results { get; private set; } = Array.Empty<PollResult>().ToLookup(poll => poll.ItemId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await meetings.FindAsync(id, ct) is not { } meeting)
            return NotFound();

        Meeting = meeting;
        Agenda = await meetings.AgendaAsync(id, ct);
        Results = (await polls.InMeetingAsync(id, ct)).ToLookup(poll => poll.ItemId);
        return Page();
    }
}
