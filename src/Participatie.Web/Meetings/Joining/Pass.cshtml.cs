using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Live;
using Participatie.Web.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Joining;

/// <summary>What the QR code of a pass leads to. Looking changes nothing, because messengers look at links by themselves.</summary>
public sealed class PassModel(Join join, Passes passes, MeetingRooms rooms, ParticipantCookie cookie, GuessLimit guesses, IStringLocalizer<Texts> texts)
    : PageModel
{
    public MeetingView? Meeting { get; private set; }

    /// <summary>Is the pass bound to another phone than this one?</summary>
    public bool InUse { get; private set; }

    public string? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync(string pass, CancellationToken ct)
    {
        if (!guesses.IsOpen)
            return Refuse(JoinOutcome.Wait);
        if (await passes.FindAsync(Codes.Normalize(pass), ct) is not { } row || await rooms.FindAsync(row.MeetingId, ct) is not { } room)
        {
            guesses.Count();
            return Refuse(JoinOutcome.Unknown);
        }

        if (row.MeetingState == MeetingState.Closed)
            return Refuse(JoinOutcome.Over);

        Meeting = room.Snapshot.Meeting;
        InUse = row.ParticipantId is { } holder && holder != cookie.Read(HttpContext, row.MeetingId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string pass, CancellationToken ct)
    {
        var (outcome, meeting) = await join.RunAsync(HttpContext, pass, ct);
        return outcome == JoinOutcome.Joined ? new SeeOther($"/m/{meeting}") : Refuse(outcome);
    }

    private PageResult Refuse(JoinOutcome outcome)
    {
        Message = JoinTexts.Explain(outcome, texts);
        return Page();
    }
}
