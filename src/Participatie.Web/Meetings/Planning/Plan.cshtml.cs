using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Contributions;
using Participatie.Web.Decisions;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Guests;
using Participatie.Web.Meetings.Rehearsing;
using Participatie.Web.Polls;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

public sealed class PlanModel(
    TableAccess access, MeetingStore meetings, AgendaStore agenda, PollStore polls, DecisionRegister register, ContributionStore contributions, GuestStore guests, StartRehearsal startRehearsal, DiscardRehearsal discard, Feed feed,
    IStringLocalizer<Texts> texts)
    : FacilitatorPage(access)
{
    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public MeetingRow Meeting { get; private set; } = null!;

    public IReadOnlyList<ItemRow> Items { get; private set; } = [];

    public ILookup<Guid, PollCard> Polls { get; private set; } = Array.Empty<PollCard>().ToLookup(poll => poll.ItemId);

    /// <summary>Who is invited, by agenda item.</summary>
    public ILookup<Guid, string> Guests { get; private set; } = Array.Empty<GuestRow>().ToLookup(guest => guest.ItemId, guest => guest.Name);

    /// <summary>The answers that the table waits for.</summary>
    public IReadOnlyList<DecisionRow> Awaited { get; private set; } = [];

    /// <summary>What residents want on an agenda, and about which nothing was decided.</summary>
    public IReadOnlyList<Contribution> Topics { get; private set; } = [];

    /// <summary>Where this meeting is being rehearsed; null when it is not.</summary>
    public MeetingRow? Rehearsal { get; private set; }

    [TempData]
    public string? Message { get; set; }

    /// <summary>The item that was moved just now.</summary>
    [TempData]
    public Guid? Moved { get; set; }

    /// <summary>Whether it went up: then its button for that keeps the focus.</summary>
    [TempData]
    public bool? MovedUp { get; set; }

    /// <summary>The item could not be moved.</summary>
    [TempData]
    public bool? NotMoved { get; set; }

    public static string AddressOf(Guid meetingId) => $"/beheer/bijeenkomsten/{meetingId}";

    /// <summary>Where a button keeps the focus after the page came back; at the end of the agenda the item has only the other one.</summary>
    public bool IsFocused(ItemRow item, bool up) =>
        item.Id == Moved && up == (item.Position > 1 && (MovedUp == true || item.Position == Items.Count));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;
        Input = new MeetingForm { Title = Meeting.Title, Place = Meeting.Place, StartsAt = DutchTime.Local(Meeting.StartsAt) };
        return Page();
    }

    public async Task<IActionResult> OnPostReplanAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;
        if (!ModelState.IsValid)
            return Page();
        if (await meetings.ReplanAsync(id, Input.ToPlan(), ct))
            return await SeeAgainAsync(id, ct);

        Message = texts["De bijeenkomst is voorbij. Je kunt hem niet meer wijzigen."];
        return Page();
    }

    public async Task<IActionResult> OnPostRehearseAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;
        if (await startRehearsal.RunAsync(Meeting, ct) is { } rehearsal)
            return new SeeOther(AddressOf(rehearsal.Id));

        Message = texts["De bijeenkomst is al begonnen. Oefenen kan alleen daarvoor."];
        return new SeeOther(AddressOf(id));
    }

    /// <summary>Asked of the rehearsal itself; who threw it away goes back to the meeting that it was for.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;
        if (!await discard.RunAsync(id, ct))
            return new SeeOther(AddressOf(id));

        Message = texts["De oefening is weg. Er is niets van bewaard."];
        return new SeeOther(AddressOf(Meeting.RehearsalOf!.Value));
    }

    /// <summary>The script that moves items asks for the same and takes the agenda from the answer.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid itemId, int place, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;
        if (Items.FirstOrDefault(item => item.Id == itemId) is { } item && await agenda.MoveAsync(itemId, place, ct))
        {
            (Moved, MovedUp) = (itemId, place < item.Position);
            return await SeeAgainAsync(id, ct);
        }

        NotMoved = true;
        return new SeeOther(AddressOf(id));
    }

    private async Task<SeeOther> SeeAgainAsync(Guid id, CancellationToken ct)
    {
        await feed.MeetingChangedAsync(id, ct);
        return new SeeOther(AddressOf(id));
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await meetings.FindAsync(id, ct) is not { } meeting)
            return NotFound();
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;

        Meeting = meeting;
        Rehearsal = await meetings.FindRehearsalAsync(id, ct);
        Items = await agenda.OfMeetingAsync(id, ct);
        Polls = (await polls.OfMeetingAsync(id, ct)).ToLookup(poll => poll.ItemId);
        Guests = (await guests.OfMeetingAsync(id, ct)).ToLookup(guest => guest.ItemId, guest => guest.Name);
        Awaited = await register.AwaitedByAsync(meeting.TableId, ct);
        Topics = [.. (await contributions.TopicsAsync(meeting.TableId, id, ct)).Where(topic => topic.State is ContributionState.Waiting or ContributionState.Shown)];
        return null;
    }
}
