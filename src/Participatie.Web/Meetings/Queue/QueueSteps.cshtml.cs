using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Meetings.Queue;

/// <summary>The console's forms for the queue: call somebody, take one hand down, or all.</summary>
public sealed class QueueStepsModel(
    TableAccess access, MeetingRooms rooms, CallSpeaker call, LowerHand lower, IStringLocalizer<Texts> texts) : FacilitatorPage(access)
{
    [TempData]
    public string? Message { get; set; }

    public IActionResult OnGet(string code) => new SeeOther($"/m/{Codes.Normalize(code)}/leiden");

    public async Task<IActionResult> OnPostAsync(string code, string step, [FromForm(Name = "hand")] Guid hand, CancellationToken ct)
    {
        if (await rooms.FindAsync(code) is not { Snapshot.Meeting: var meeting })
            return NotFound();
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;

        switch (step)
        {
            case "roepen":
                if (await call.RunAsync(meeting.Id, hand, Actor, ct) != MeetingStep.Done)
                    Message = texts["Deze hand is niet meer omhoog."];
                break;
            case "weghalen":
                await lower.OneAsync(meeting.Id, hand, ct);
                break;
            default:
                await lower.AllAsync(meeting.Id, ct);
                break;
        }

        return new SeeOther($"/m/{meeting.Code}/leiden");
    }
}
