using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Decisions;
using Participatie.Web.Live;
using Participatie.Web.Polls;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

public sealed class PlanModel(
    TableAccess access, MeetingStore meetings, AgendaStore agenda, PollStore polls, DecisionRegister register, Feed feed, IStringLocalizer<Texts> texts)
    : FacilitatorPage(access)
{
    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public MeetingRow Meeting { get; private set; } = null!;

    public IReadOnlyList<ItemRow> Items { get; private set; } = [];

    public ILookup<Guid, PollCard> Polls { get; private set; } = Array.Empty<PollCard>().ToLookup(poll => poll.ItemId);

    /// <summary>The answers that the table waits for.</summary>
    public IReadOnlyList<DecisionRow> Awaited { get; private set; } = [];

    public string? Message { get; private set; }

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

    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid itemId, bool up, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } refusal)
            return refusal;
        if (Items.Any(item => item.Id == itemId))
            await agenda.MoveAsync(itemId, up, ct);
        return await SeeAgainAsync(id, ct);
    }

    private async Task<SeeOther> SeeAgainAsync(Guid id, CancellationToken ct)
    {
        await feed.MeetingChangedAsync(id, ct);
        return new SeeOther($"/beheer/bijeenkomsten/{id}");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await meetings.FindAsync(id, ct) is not { } meeting)
            return NotFound();
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;

        Meeting = meeting;
        Items = await agenda.OfMeetingAsync(id, ct);
        Polls = (await polls.OfMeetingAsync(id, ct)).ToLookup(poll => poll.ItemId);
        Awaited = await register.AwaitedByAsync(meeting.TableId, ct);
        return null;
    }
}
