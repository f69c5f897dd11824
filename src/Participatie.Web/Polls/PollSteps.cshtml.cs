using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Polls;

/// <summary>The console's forms that open, close, release and withdraw a poll, or draw a lot after a tie.</summary>
public sealed class PollStepsModel(
    TableAccess access, MeetingRooms rooms, PollStore polls, OpenPoll open, ClosePoll close, ReleasePoll release, WithdrawPoll withdraw, DrawLot lot,
    IStringLocalizer<Texts> texts)
    : FacilitatorPage(access)
{
    [TempData]
    public string? Message { get; set; }

    public IActionResult OnGet(string code) => new SeeOther($"/m/{Codes.Normalize(code)}/leiden");

    public async Task<IActionResult> OnPostAsync(string code, Guid pollId, string step, [FromForm(Name = "reden")] string? reason, CancellationToken ct)
    {
        if (await rooms.FindAsync(code) is not { Snapshot.Meeting: var meeting } || (await polls.FindAsync(pollId, ct))?.MeetingId != meeting.Id)
            return NotFound();
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;

        var outcome = step switch
        {
            "openen" => await open.RunAsync(pollId, Actor, ct),
            "sluiten" => await close.RunAsync(pollId, Actor, ct),
            "intrekken" => await withdraw.RunAsync(pollId, reason, Actor, ct),
            "loten" => await lot.RunAsync(pollId, meeting.Id, Actor, ct),
            _ => await release.RunAsync(pollId, Actor, ct),
        };
        Message = Explain(outcome);
        return new SeeOther($"/m/{meeting.Code}/leiden");
    }

    private string? Explain(PollStep outcome) => outcome switch
    {
        PollStep.MeetingNotOpen => texts["Open eerst de bijeenkomst."],
        PollStep.AnotherIsOpen => texts["Er loopt al een stemming. Sluit die eerst."],
        PollStep.StackUnconfirmed => texts["Er zijn stemmen met de hand geteld. Laat eerst een collega ze nakijken."],
        PollStep.ReasonNeeded => texts["Schrijf kort waarom je de stemming intrekt: hoogstens {0} letters.", WithdrawPoll.LongestReason],
        PollStep.TooLate => texts["Dat was al gedaan."].Value,
        _ => null,
    };
}
