using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Core.Meetings;
using Participatie.Web.Decisions;
using Participatie.Web.Meetings.Guests;
using Participatie.Web.Polls;

namespace Participatie.Web.Reading;

/// <summary>A meeting: when and where, what is on the agenda and, once released, how people voted.</summary>
public sealed class MeetingModel(PublicMeetings meetings, ReleasedPolls polls, GuestStore guests, DecisionRegister register) : PageModel
{
    public PublicMeetingRow Meeting { get; private set; } = null!;

    public PeopleRow People { get; private set; } = null!;

    public IReadOnlyList<PublicItemRow> Agenda { get; private set; } = [];

    /// <summary>Who comes for one item only, by item.</summary>
    public ILookup<Guid, string> Guests { get; private set; } = Array.Empty<GuestRow>().ToLookup(guest => guest.ItemId, guest => guest.Name);

    public ILookup<Guid, PollResult> Results { get; private set; } = Array.Empty<PollResult>().ToLookup(poll => poll.ItemId);

    /// <summary>The answers that the table waits for, while the meeting is still to come or going on.</summary>
    public IReadOnlyList<DecisionRow> Awaited { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await meetings.FindAsync(id, ct) is not { } meeting)
            return NotFound();

        Meeting = meeting;
        People = await meetings.PeopleAtAsync(id, ct);
        Agenda = await meetings.AgendaAsync(id, ct);
        Guests = (await guests.OfMeetingAsync(id, ct)).ToLookup(guest => guest.ItemId, guest => guest.Name);
        Results = (await polls.InMeetingAsync(id, ct)).ToLookup(poll => poll.ItemId);
        if (meeting.Stage != MeetingState.Closed)
            Awaited = await register.AwaitedByAsync(meeting.TableId, ct);
        return Page();
    }
}
