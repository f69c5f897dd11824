using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Polls.Doors;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Polls;

/// <summary>
/// The door for a vote by form. A browser is sent back to the participant's page, which says what became of it; a script
/// that asks for JSON gets the answer itself.
/// </summary>
[ForResidents]
public sealed class VotePageModel(
    MeetingRooms rooms, ParticipantCookie cookie, CastVote castVote, LivePolls polls, OwnBallots ownBallots, IStringLocalizer<Texts> texts) : PageModel
{
    [TempData]
    public string? Message { get; set; }

    /// <summary>What was posted, to be sent again with one touch: nobody fills in a ballot twice.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Posted =>
        from posted in Request.Form
        where !posted.Key.StartsWith("__", StringComparison.Ordinal)
        from value in posted.Value
        select KeyValuePair.Create(posted.Key, value);

    public IActionResult OnGet(string code) => new SeeOther($"/m/{Codes.Normalize(code)}");

    public async Task<IActionResult> OnPostAsync(
        string code, Guid pollId, [FromForm(Name = "poging")] long? attempt, CancellationToken ct)
    {
        if (await rooms.FindAsync(code) is not { Snapshot.Meeting: var meeting })
            return NotFound();

        var voter = new Voter(meeting.Id, cookie.Ensure(HttpContext, meeting.Id));
        // A browser asks for pages, and at the end of its list for anything; a script asks for JSON and nothing else.
        var asJson = Request.GetTypedHeaders().Accept is [{ MediaType.Value: "application/json" }];
        try
        {
            var marks = PostedBallot.Read(Request.Form, (await polls.FindAsync(pollId))?.Rules.Method);
            var answer = await castVote.RunAsync(pollId, voter, marks, attempt ?? await NextAsync(pollId, voter));
            if (asJson)
                return new JsonResult(answer, Json.Options);
            Message = Explain(answer.Verdict) ?? await ExplainOlderAsync(pollId, voter, marks);
        }
        catch (Exception fault) when (fault is NotStoredException or DbException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return asJson ? new EmptyResult() : Page();
        }

        return new SeeOther($"/m/{meeting.Code}");
    }

    /// <summary>A form without an attempt, such as a program's, means a new choice.</summary>
    private async Task<long> NextAsync(Guid pollId, Voter voter) =>
        (await ownBallots.FindAsync(pollId, voter.ParticipantId))?.Attempt + 1 ?? 1;

    /// <summary>A form that stood open in a second window is an older attempt: it changes nothing, and that is said.</summary>
    private async Task<string?> ExplainOlderAsync(Guid pollId, Voter voter, IReadOnlyList<Choice> marks)
    {
        var own = await ownBallots.FindAsync(pollId, voter.ParticipantId);
        return own is null || own.Choices.ToHashSet().SetEquals(marks)
            ? null
            : texts["Je had al gestemd in een ander venster. Die keuze telt. Wil je iets anders? Kies dan ‘Andere keuze maken’."].Value;
    }

    /// <summary>What the participant's page itself does not make clear.</summary>
    private string? Explain(Verdict verdict) => verdict switch
    {
        Verdict.Closed => texts["De stemming was al gesloten. Deze keuze telt niet mee."],
        Verdict.InvalidChoice => texts["Deze keuze kan niet. Kies opnieuw."],
        Verdict.VotedOnPaper => texts["Met je stempas is al op papier gestemd. Die stem telt."],
        Verdict.NotEntitled => texts["Op deze telefoon kun je nu niet stemmen."].Value,
        _ => null,
    };
}
