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

    /// <summary>What people type, in two parts: between those a line may end.</summary>
    public (string Host, string Path) JoinAddress => (address.Of(Request, "").Split("://")[^1], "/meedoen");

    public string MeetingAddress => address.Of(Request, $"/m/{Snapshot.Meeting.Code}");

    /// <summary>What is on the table; null before the first item and when the meeting is over.</summary>
    public ItemDetail? Item => Snapshot.Meeting.State == MeetingState.Open ? Snapshot.Item : null;

    /// <summary>The question on the table.</summary>
    public PollView? Poll => Item is null ? null : Snapshot.Poll;

    /// <summary>One of the three layouts; a long question is a variant of the vote.</summary>
    public string Layout => this switch
    {
        { Poll.Question.Length: > LongQuestion } => "vote long",
        { Poll: not null } => "vote",
        { Item: null, Snapshot.Meeting.State: not MeetingState.Closed } => "welcome",
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
