using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Queue;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Guests;

/// <summary>Whether it is a guest's turn.</summary>
public enum GuestTime
{
    NotYet,
    Now,
    Over,
}

/// <summary>
/// What the invitation of a guest leads to: their item, and a hand while it is on the table. The link alone says who asks:
/// the phone gets no number of its own, so no vote can ever hang on a guest.
/// </summary>
public sealed class GuestPageModel(GuestStore guests, MeetingRooms rooms, RaiseHand raise, LowerHand lower, InstallationSecrets secrets, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Null when the link is good for nothing (any more).</summary>
    public GuestRow? Guest { get; private set; }

    /// <summary>Of this page: a link is as it is written, where generated addresses are in small letters.</summary>
    public string Address { get; private set; } = "";

    public Snapshot Snapshot { get; private set; } = null!;

    public ItemView Item { get; private set; } = null!;

    public GuestTime Time { get; private set; }

    public bool IsRaised { get; private set; }

    public string? Message { get; private set; }

    public static string AddressOf(string link) => $"/g/{link}";

    public async Task<IActionResult> OnGetAsync(string link, CancellationToken ct)
    {
        await LoadAsync(link, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRaiseAsync(string link, CancellationToken ct)
    {
        if (!await LoadAsync(link, ct))
            return Page();
        if (IsRaised || await raise.OfGuestAsync(Guest!, ct))
            return new SeeOther(Address);

        Message = texts["Nu kan dat niet. Jouw punt is niet aan de beurt, of er wachten al te veel mensen."];
        return Page();
    }

    public async Task<IActionResult> OnPostLowerAsync(string link, CancellationToken ct)
    {
        if (!await LoadAsync(link, ct))
            return Page();

        await lower.OfAsync(Guest!.MeetingId, Guest.Id, ct);
        return new SeeOther(Address);
    }

    private async Task<bool> LoadAsync(string link, CancellationToken ct)
    {
        if ((await LinkKey.OfAsync(secrets, ct)).Read(link, LinkPurpose.BeGuest) is not { } id
            || await guests.FindAsync(id, ct) is not { } guest
            || await rooms.FindAsync(guest.MeetingId) is not { Snapshot: { Meeting: { State: not MeetingState.Closed, Cancellation: null } meeting } snapshot }
            || snapshot.Agenda.FirstOrDefault(item => item.Id == guest.ItemId) is not { } item)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return false;
        }

        (Guest, Snapshot, Item, Address) = (guest, snapshot, item, AddressOf(link));
        var isOnTable = meeting.State == MeetingState.Open && snapshot.Item?.Id == item.Id;
        Time = isOnTable ? GuestTime.Now : item.StartedAt is null ? GuestTime.NotYet : GuestTime.Over;
        IsRaised = snapshot.Queue.HandOf(guest.Id) is not null;
        return true;
    }
}
