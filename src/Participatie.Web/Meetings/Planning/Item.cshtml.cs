using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Planning;

public sealed class ItemModel(TableAccess access, MeetingStore meetings, AgendaStore agenda, Feed feed, IStringLocalizer<Texts> texts)
    : FacilitatorPage(access)
{
    [BindProperty]
    public ItemForm Input { get; set; } = new();

    public MeetingRow Meeting { get; private set; } = null!;

    public Guid? ItemId { get; private set; }

    public string? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? itemId, CancellationToken ct)
    {
        if (await LoadAsync(id, itemId, ct) is { } refusal)
            return refusal;
        if (itemId is not null && await agenda.FindAsync(itemId.Value, ct) is { } item)
            Input = new ItemForm { Title = item.Title, Description = item.Description, Minutes = item.Minutes, Kind = item.Kind };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? itemId, CancellationToken ct)
    {
        if (await LoadAsync(id, itemId, ct) is { } refusal)
            return refusal;
        if (!ModelState.IsValid)
            return Page();

        var stored = itemId is { } known
            ? await agenda.ChangeAsync(known, Input.ToPlan(), ct)
            : await agenda.AddAsync(RowKey.New(), id, Input.ToPlan(), ct);
        return await AnswerAsync(stored, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid itemId, CancellationToken ct)
    {
        ModelState.Clear();
        return await LoadAsync(id, itemId, ct) ?? await AnswerAsync(await agenda.RemoveAsync(itemId, ct), ct);
    }

    private async Task<IActionResult> AnswerAsync(bool stored, CancellationToken ct)
    {
        if (!stored)
        {
            Message = texts["Dit punt is al besproken, of de bijeenkomst is voorbij. Daarom kun je het niet meer wijzigen."];
            return Page();
        }

        await feed.MeetingChangedAsync(Meeting.Id, ct);
        return new SeeOther($"/beheer/bijeenkomsten/{Meeting.Id}");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, Guid? itemId, CancellationToken ct)
    {
        if (await meetings.FindAsync(id, ct) is not { } meeting)
            return NotFound();
        if (itemId is { } known && (await agenda.FindAsync(known, ct))?.MeetingId != id)
            return NotFound();

        Meeting = meeting;
        ItemId = itemId;
        return await RefuseAsync(meeting.TableId, ct);
    }
}

public sealed class ItemForm
{
    [Required(ErrorMessage = "Vul het onderwerp in.")]
    [StringLength(120, ErrorMessage = "Maak het onderwerp korter: hoogstens 120 letters.")]
    public string? Title { get; set; }

    [StringLength(20_000, ErrorMessage = "Maak de uitleg korter: hoogstens 20.000 letters.")]
    public string? Description { get; set; }

    [Required(ErrorMessage = "Vul in hoeveel minuten dit punt duurt.")]
    [Range(1, 240, ErrorMessage = "Kies 1 tot 240 minuten.")]
    public int? Minutes { get; set; } = 15;

    public ItemKind Kind { get; set; } = ItemKind.Discuss;

    public ItemPlan ToPlan() => new(Title!.Trim(), Description ?? "", Minutes!.Value, Kind);
}
