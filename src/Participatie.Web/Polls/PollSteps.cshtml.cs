using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Polls;

/// <summary>The console's forms that open, close and release a poll.</summary>
public sealed class PollStepsModel(
    TableAccess access, MeetingRooms rooms, PollStore polls, OpenPoll open, ClosePoll close, ReleasePoll release, IStringLocalizer<Texts> texts)
    : FacilitatorPage(access)
{
    [TempData]
    public string? Message { get; set; }

    public IActionResult OnGet(string code) => new SeeOther($"/m/{Codes.Normalize(code)}/leiden");

    public async Task<IActionResult> OnPostAsync(string code, Guid pollId, string step, CancellationToken ct)
    {
        if (await rooms.FindAsync(code, ct) is not { Snapshot.Meeting: var meeting } || (await polls.FindAsync(pollId, ct))?.MeetingId != meeting.Id)
            return NotFound();
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;

        var outcome = step switch
        {
            "openen" => await open.RunAsync(pollId, Actor, ct),
            "sluiten" => await close.RunAsync(pollId, Actor, ct),
            _ => await release.RunAsync(pollId, Actor, ct),
        };
        Message = Explain(outcome);
        return new SeeOther($"/m/{meeting.Code}/leiden");
    }

    private string? Explain(PollStep outcome) => outcome switch
    {
        PollStep.MeetingNotOpen => texts["Open eerst de bijeenkomst."],
        PollStep.AnotherIsOpen => texts["Er loopt al een stemming. Sluit die eerst."],
        PollStep.TooLate => texts["Dat was al gedaan."].Value,
        _ => null,
    };
}
