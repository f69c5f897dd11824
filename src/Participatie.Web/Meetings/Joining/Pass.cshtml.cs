using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Live;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Meetings.Joining;

/// <summary>What the QR code of a pass leads to. Looking changes nothing, because messengers look at links by themselves.</summary>
[ForResidents]
public sealed class PassModel(Join join, MeetingRooms rooms, ParticipantCookie cookie, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>The code of the meeting, when it is asked for.</summary>
    [BindProperty(Name = "bijeenkomst")]
    public string? Typed { get; set; }

    public MeetingView? Meeting { get; private set; }

    /// <summary>Is the pass bound to another phone than this one?</summary>
    public bool InUse { get; private set; }

    public string? Message { get; private set; }

    public bool AsksForMeeting { get; private set; }

    public async Task<IActionResult> OnGetAsync(string pass, CancellationToken ct)
    {
        var (outcome, row) = await join.FindPassAsync(Codes.Normalize(pass), meeting: null, ct);
        if (row is null || await rooms.FindAsync(row.MeetingId) is not { } room)
            return Refuse(outcome);
        if (row.MeetingState == MeetingState.Closed)
            return Refuse(JoinOutcome.Over);

        Meeting = room.Snapshot.Meeting;
        InUse = row.ParticipantId is { } holder && holder != cookie.Read(HttpContext, row.MeetingId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string pass, CancellationToken ct)
    {
        var (outcome, meeting) = await join.RunAsync(HttpContext, pass, Typed, ct);
        return outcome == JoinOutcome.Joined ? new SeeOther($"/m/{meeting}") : Refuse(outcome);
    }

    private PageResult Refuse(JoinOutcome outcome)
    {
        Message = JoinTexts.Explain(outcome, texts);
        AsksForMeeting = outcome == JoinOutcome.MeetingNeeded;
        return Page();
    }
}
