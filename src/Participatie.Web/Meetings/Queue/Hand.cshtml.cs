using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Joining;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Meetings.Queue;

/// <summary>Where somebody raises a hand, and takes it down.</summary>
[ForResidents]
public sealed class HandModel(MeetingRooms rooms, ParticipantCookie cookie, RaiseHand raise, LowerHand lower, IStringLocalizer<Texts> texts) : PageModel
{
    public MeetingView Meeting { get; private set; } = null!;

    public bool IsRaised { get; private set; }

    public string? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code) => await LoadAsync(code) is null ? Unknown() : Page();

    public async Task<IActionResult> OnPostRaiseAsync(
        string code, [FromForm(Name = "naam")] string? name, [FromForm(Name = "kant")] Side side, CancellationToken ct)
    {
        if (await LoadAsync(code) is not { } participant)
            return Unknown();

        var called = name?.Trim();
        called = called is { Length: > RaiseHand.LongestName } ? called[..RaiseHand.LongestName] : called;
        if (IsRaised || await raise.RunAsync(Meeting.Id, participant, string.IsNullOrEmpty(called) ? null : called, side, ct))
            return new SeeOther($"/m/{Meeting.Code}");

        Message = texts["Nu kan dat niet. De bijeenkomst is niet open, of er wachten al te veel mensen."];
        return Page();
    }

    public async Task<IActionResult> OnPostLowerAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code) is not { } participant)
            return Unknown();

        await lower.OfAsync(Meeting.Id, participant, ct);
        return new SeeOther($"/m/{Meeting.Code}");
    }

    /// <summary>Who asks, in which meeting; null when there is no such meeting.</summary>
    private async Task<Guid?> LoadAsync(string code)
    {
        if (await rooms.FindAsync(code) is not { Snapshot: var snapshot })
            return null;

        Meeting = snapshot.Meeting;
        var participant = cookie.Ensure(HttpContext, Meeting.Id);
        IsRaised = snapshot.Queue.HandOf(participant) is not null;
        return participant;
    }

    private static SeeOther Unknown() => new($"/meedoen?{EnterModel.UnknownCode}=true");
}
