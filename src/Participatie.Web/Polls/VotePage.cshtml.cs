using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls;

/// <summary>
/// The door for a vote by form. A browser is sent back to the participant's page, which says what became of it; a script
/// that asks for JSON gets the answer itself.
/// </summary>
public sealed class VotePageModel(MeetingRooms rooms, ParticipantCookie cookie, CastVote castVote, IStringLocalizer<Texts> texts) : PageModel
{
    [TempData]
    public string? Message { get; set; }

    public IActionResult OnGet(string code) => new SeeOther($"/m/{code}");

    public async Task<IActionResult> OnPostAsync(
        string code, Guid pollId, [FromForm(Name = "keuze")] string[]? choices, [FromForm(Name = "poging")] long? attempt, CancellationToken ct)
    {
        if (await rooms.FindAsync(code, ct) is not { } room)
            return NotFound();

        var participant = cookie.Ensure(HttpContext, room.Snapshot.Meeting.Id);
        return await AnswerAsync(() => BallotText.Parse(choices ?? []) is { } marks
            ? castVote.RunAsync(pollId, participant, marks, attempt ?? 1, CancellationToken.None)
            : Task.FromResult(VoteAnswer.Refused(Verdict.InvalidChoice)), room.Snapshot.Meeting.Code);
    }

    private async Task<IActionResult> AnswerAsync(Func<Task<VoteAnswer>> cast, string code)
    {
        // A browser asks for pages, and at the end of its list for anything; a script asks for JSON and nothing else.
        var asJson = Request.GetTypedHeaders().Accept is [{ MediaType.Value: "application/json" }];
        try
        {
            var answer = await cast();
            if (asJson)
                return new JsonResult(answer, Json.Options);
            Message = Explain(answer.Verdict);
        }
        catch (BallotNotStoredException)
        {
            if (asJson)
                return StatusCode(StatusCodes.Status503ServiceUnavailable);
            Message = texts["Je stem is nog niet geteld. Probeer het nog een keer."];
        }

        return new SeeOther($"/m/{code}");
    }

    /// <summary>What the participant's page itself does not make clear.</summary>
    private string? Explain(Verdict verdict) => verdict switch
    {
        Verdict.Closed => texts["De stemming was al gesloten. Deze keuze telt niet mee."],
        Verdict.InvalidChoice => texts["Deze keuze kan niet. Kies opnieuw."],
        Verdict.NotEntitled => texts["Op deze telefoon kun je nu niet stemmen."].Value,
        _ => null,
    };
}
