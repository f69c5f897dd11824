using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Core.Meetings;
using Participatie.Web.Live;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Projector;

/// <summary>What the hall sees: how to join, what is on the table, the vote and its result.</summary>
public sealed class ProjectorModel(MeetingRooms rooms, PublicAddress address) : PageModel
{
    /// <summary>With more characters than this a question takes more than three lines of the screen.</summary>
    private const int LongQuestion = 75;

    public Snapshot Snapshot { get; private set; } = null!;

    public string JoinAddress => address.Of(Request, "/meedoen").Split("://")[^1];

    public string MeetingAddress => address.Of(Request, $"/m/{Snapshot.Meeting.Code}");

    /// <summary>One of the three layouts; a long question is a variant of the vote.</summary>
    public string Layout => Snapshot switch
    {
        { Meeting.State: not MeetingState.Open } or { Item: null } => "welcome",
        { Poll.Question.Length: > LongQuestion } => "vote long",
        { Poll: not null } => "vote",
        _ => "item",
    };

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (await rooms.FindAsync(code) is not { } room)
            return NotFound();
        Snapshot = room.Snapshot;
        return Page();
    }
}
