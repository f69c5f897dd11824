using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Live;
using Participatie.Web.Meetings.Joining;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Showing;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Meetings.Phone;

/// <summary>The participant's page: complete without a script; with one it follows the meeting by itself.</summary>
[ForResidents]
public sealed class PhonePageModel(
    MeetingRooms rooms, ParticipantCookie cookie, OwnBallots ownBallots, PassHolders holders, Passes passes, PollStore polls, PollShowing showing,
    IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Asks for the ballot again although a vote is stored.</summary>
    [BindProperty(SupportsGet = true, Name = "opnieuw")]
    public string? Again { get; set; }

    public Snapshot Snapshot { get; private set; } = null!;

    public OwnBallot? Own { get; private set; }

    /// <summary>The ballot to fill in, with what this voter chose before.</summary>
    public string? Ballot { get; private set; }

    public bool HoldsPass { get; private set; }

    /// <summary>The pass was made after the open poll began: it is for the next one.</summary>
    public bool PassIsTooNew { get; private set; }

    public bool Moved { get; private set; }

    /// <summary>This person's raised hand.</summary>
    public Guid? Hand { get; private set; }

    public PhoneState State { get; private set; }

    [TempData]
    public string? Message { get; set; }

    public long NextAttempt => (Own?.Attempt ?? 0) + 1;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await rooms.FindAsync(code) is not { } room)
            return new SeeOther($"/meedoen?{EnterModel.UnknownCode}=true");

        Snapshot = room.Snapshot.In(Language.Current);
        var participant = cookie.Ensure(HttpContext, Snapshot.Meeting.Id);
        var pass = await holders.RefreshAsync(Snapshot.Meeting.Id, participant);
        HoldsPass = pass is not null;
        Hand = Snapshot.Queue.HandOf(participant);
        PassIsTooNew = Snapshot.Poll is { State: PollState.Open, Binding: true, OpenedAt: { } opened } && pass?.MayVoteSince(opened) is false;
        Moved = !HoldsPass && await passes.MovedAwayAsync(Snapshot.Meeting.Id, participant, ct);
        if (Snapshot.Poll is { State: PollState.Open } poll)
        {
            Own = await ownBallots.FindAsync(poll.Id, participant);
            Ballot = Own is null ? poll.Ballot : await FilledInAsync(poll.Id, Own, ct);
        }

        State = PhoneStates.Of(Snapshot, Own, HoldsPass);
        if (State == PhoneState.Counted && Again is not null)
            State = PhoneState.Vote;
        return Page();
    }

    private async Task<string> FilledInAsync(Guid pollId, OwnBallot own, CancellationToken ct)
    {
        var poll = (await polls.FindAsync(pollId, ct))!;
        return await showing.BallotAsync(poll.Rules.Method, PollWording.Of(poll, texts), own.Choices);
    }

    /// <summary>How long until this person's turn; null for who has no hand up.</summary>
    public string? HandText => Hand is not { } hand ? null : Snapshot.Queue.Before(hand) switch
    {
        null => texts["Je bent aan de beurt."].Value,
        0 => texts["Je hand is omhoog. Je bent de volgende."].Value,
        var before => texts["Je hand is omhoog. Wachten voor jou: {0}.", before].Value,
    };

    /// <summary>Nothing while it is 0: whoever has just voted must not read that nobody has, as the turnout is told a little later.</summary>
    public string BallotsText => Snapshot.Poll?.Ballots switch
    {
        null or 0 => "",
        1 => texts["1 persoon heeft gestemd"],
        var ballots => texts["{0} mensen hebben gestemd", ballots],
    };
}
