using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Polls.Planning;

public sealed class PollEditorModel(
    TableAccess access, MeetingStore meetings, AgendaStore agenda, PollStore polls, PollBeginnings beginnings, IStringLocalizer<Texts> texts) : FacilitatorPage(access)
{
    [BindProperty]
    public PollForm Input { get; set; } = new();

    public ItemRow Item { get; private set; } = null!;

    public Guid? PollId { get; private set; }

    public IReadOnlyList<PollBeginning> Beginnings => beginnings.All;

    public string? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid itemId, Guid? pollId, string? begin, CancellationToken ct)
    {
        if (await LoadAsync(itemId, pollId, ct) is { } refusal)
            return refusal;
        if (pollId is { } known)
            Input = PollForm.Of((await polls.FindAsync(known, ct))!);
        else if (beginnings.Find(begin) is { } beginning)
            Input = beginning.Form;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid itemId, Guid? pollId, CancellationToken ct)
    {
        if (await LoadAsync(itemId, pollId, ct) is { } refusal)
            return refusal;
        if (!ModelState.IsValid)
            return Page();

        var plan = Input.ToPlan(texts);
        return Answer(pollId is { } known ? await polls.ChangeAsync(known, plan, ct) : await polls.AddAsync(RowKey.New(), itemId, plan, ct));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid itemId, Guid pollId, CancellationToken ct)
    {
        ModelState.Clear();
        return await LoadAsync(itemId, pollId, ct) ?? Answer(await polls.RemoveAsync(pollId, ct));
    }

    private IActionResult Answer(bool stored)
    {
        if (stored)
            return new SeeOther($"/beheer/bijeenkomsten/{Item.MeetingId}");
        Message = texts["De stemming is al begonnen, of de bijeenkomst is voorbij. De vraag ligt nu vast."];
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(Guid itemId, Guid? pollId, CancellationToken ct)
    {
        if (await agenda.FindAsync(itemId, ct) is not { } item || await meetings.FindAsync(item.MeetingId, ct) is not { } meeting)
            return NotFound();
        if (pollId is { } known && (await polls.FindAsync(known, ct))?.ItemId != itemId)
            return NotFound();

        Item = item;
        PollId = pollId;
        return await RefuseAsync(meeting.TableId, ct);
    }
}
