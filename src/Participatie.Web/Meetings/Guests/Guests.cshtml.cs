using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Guests;

/// <summary>Where a facilitator invites somebody to one agenda item, and prints their invitation.</summary>
public sealed class GuestsModel(
    TableAccess access, MeetingStore meetings, AgendaStore agenda, GuestStore guests, InstallationSecrets secrets, PublicAddress address, Feed feed, IStringLocalizer<Texts> texts)
    : FacilitatorPage(access)
{
    private LinkKey key = null!;

    [BindProperty]
    [Required(ErrorMessage = "Schrijf wie er komt.")]
    [StringLength(GuestStore.LongestName, ErrorMessage = "Maak het korter: hoogstens 60 letters.")]
    public string? Name { get; set; }

    [TempData]
    public string? Message { get; set; }

    public MeetingRow Meeting { get; private set; } = null!;

    public ItemRow Item { get; private set; } = null!;

    public IReadOnlyList<GuestRow> Guests { get; private set; } = [];

    public bool IsOver => Meeting.State == MeetingState.Closed || Meeting.Cancellation is not null;

    public static string AddressOf(Guid itemId) => $"/beheer/punten/{itemId}/gasten";

    /// <summary>What the QR code of an invitation leads to.</summary>
    public string InvitationOf(GuestRow guest) => address.Of(Request, GuestPageModel.AddressOf(key.Write(guest.Id, LinkPurpose.BeGuest)));

    public async Task<IActionResult> OnGetAsync(Guid itemId, CancellationToken ct) => await LoadAsync(itemId, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid itemId, CancellationToken ct)
    {
        if (await LoadAsync(itemId, ct) is { } refusal)
            return refusal;
        if (!ModelState.IsValid)
            return Page();

        return await SeeAgainAsync(await guests.InviteAsync(itemId, Name!.Trim(), ct) ? null : texts["Er kan geen gast meer bij dit punt."].Value, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid itemId, Guid guest, CancellationToken ct)
    {
        if (await LoadAsync(itemId, ct) is { } refusal)
            return refusal;

        await guests.RemoveAsync(guest, itemId, ct);
        return await SeeAgainAsync(texts["De gast is van de lijst. De uitnodiging werkt niet meer."], ct);
    }

    private async Task<IActionResult> SeeAgainAsync(string? message, CancellationToken ct)
    {
        Message = message;
        await feed.MeetingChangedAsync(Meeting.Id, ct);
        return new SeeOther(AddressOf(Item.Id));
    }

    private async Task<IActionResult?> LoadAsync(Guid itemId, CancellationToken ct)
    {
        if (await agenda.FindAsync(itemId, ct) is not { } item || await meetings.FindAsync(item.MeetingId, ct) is not { } meeting)
            return NotFound();
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;

        (Item, Meeting) = (item, meeting);
        Guests = [.. (await guests.OfMeetingAsync(meeting.Id, ct)).Where(guest => guest.ItemId == itemId)];
        key = await LinkKey.OfAsync(secrets, ct);
        return null;
    }
}
