using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Accounts.Sessions;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Joining;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Polls.Showing;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;
using Participatie.Web.Tables;

namespace Participatie.Web.Polls.Doors;

/// <summary>What the tablet shows.</summary>
public enum TabletState
{
    /// <summary>The worker makes this device the tablet.</summary>
    Prepare,

    /// <summary>Nobody can vote now.</summary>
    Waiting,

    /// <summary>The next resident types a pass.</summary>
    Pass,

    /// <summary>The ballot of the resident whose turn it is.</summary>
    Vote,

    /// <summary>The vote is counted.</summary>
    Counted,
}

/// <summary>
/// The worker's tablet: one resident after another votes on it with a pass. Nothing of a turn stays: the ballot comes with
/// the answer to a form, is never kept by the browser, and never shows what the pass voted before.
/// </summary>
[ForResidents]
public sealed class TabletModel(
    TableAccess access, MeetingRooms rooms, TabletCookie tablet, TabletTurn turns, Join join, UsePass usePass, CastVote castVote,
    OwnBallots ownBallots, PollStore polls, PollShowing showing, EndSession endSession, IStringLocalizer<Texts> texts) : FacilitatorPage(access)
{
    public Snapshot Snapshot { get; private set; } = null!;

    public TabletState State { get; private set; } = TabletState.Waiting;

    public string? Ballot { get; private set; }

    public string? Turn { get; private set; }

    public string? Message { get; private set; }

    /// <summary>The inclusion code of the vote that was just counted: shown once.</summary>
    [TempData]
    public string? Receipt { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } refusal)
            return refusal;
        if (Receipt is not null && State != TabletState.Prepare)
            State = TabletState.Counted;
        return Page();
    }

    /// <summary>Makes this device the tablet, and signs the worker out on it: it goes from hand to hand.</summary>
    public async Task<IActionResult> OnPostPrepareAsync(string code, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } refusal)
            return refusal;

        tablet.Give(HttpContext, Snapshot.Meeting.Id);
        await endSession.RunAsync(HttpContext, ct);
        return new SeeOther($"/m/{Snapshot.Meeting.Code}/tablet");
    }

    public async Task<IActionResult> OnPostPassAsync(string code, [FromForm(Name = "pas")] string? typed, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } refusal)
            return refusal;
        if (State != TabletState.Pass || Snapshot.Poll is not { } poll)
            return Page();

        var participant = Guid.NewGuid();
        var (outcome, pass) = await join.FindPassAsync(Codes.Normalize(typed), Snapshot.Meeting.Code, ct);
        if (pass is null || await usePass.RunAsync(pass, participant) != PassUse.Held)
        {
            Message = JoinTexts.Explain(pass is null ? outcome : JoinOutcome.Taken, texts);
            return Page();
        }

        await ShowBallotAsync(new Turn(poll.Id, participant), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostVoteAsync(string code, [FromForm(Name = "beurt")] string? written, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } refusal)
            return refusal;
        if (turns.Read(written) is not { } turn)
        {
            Message = texts["Het duurde te lang. Typ je stempas nog een keer."];
            return Page();
        }

        var voter = new Voter(Snapshot.Meeting.Id, turn.ParticipantId, Channel.Tablet);
        var rules = (await polls.FindAsync(turn.PollId, ct))?.Rules;
        try
        {
            var attempt = (await ownBallots.FindAsync(turn.PollId, turn.ParticipantId))?.Attempt + 1 ?? 1;
            var answer = await castVote.RunAsync(turn.PollId, voter, PostedBallot.Read(Request.Form, rules?.Method), attempt);
            if (answer.Receipt is { } receipt)
            {
                Receipt = receipt;
                return new SeeOther($"/m/{Snapshot.Meeting.Code}/tablet");
            }

            Message = Explain(answer.Verdict);
            if (answer.Verdict == Verdict.InvalidChoice)
                await ShowBallotAsync(turn, ct);
        }
        catch (NotStoredException)
        {
            Message = texts["Je stem is nog niet geteld. Probeer het nog een keer."];
            await ShowBallotAsync(turn, ct);
        }

        return Page();
    }

    /// <summary>The turn is over: the next resident does not read the language of the one before.</summary>
    public IActionResult OnPostNext(string code)
    {
        Display.Forget(HttpContext);
        return new SeeOther($"/m/{Codes.Normalize(code)}/tablet");
    }

    private async Task ShowBallotAsync(Turn turn, CancellationToken ct)
    {
        State = TabletState.Vote;
        Turn = turns.Write(turn);
        var poll = (await polls.FindAsync(turn.PollId, ct))!;
        Ballot = await showing.BallotAsync(poll.Rules.Method, PollWording.Of(poll, texts), own: []);
    }

    private string Explain(Verdict verdict) => verdict switch
    {
        Verdict.InvalidChoice => texts["Deze keuze kan niet. Kies opnieuw."],
        Verdict.VotedOnPaper => texts["Met deze pas is al op papier gestemd. Die stem telt."],
        Verdict.Closed => texts["De stemming was al gesloten. Deze keuze telt niet mee."],
        _ => texts["Met deze pas kun je nu niet stemmen. Vraag de begeleider."],
    };

    private async Task<IActionResult?> LoadAsync(string code, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (await rooms.FindAsync(code) is not { } room)
            return NotFound();

        Snapshot = room.Snapshot.In(Language.Current);
        if (!tablet.IsFor(HttpContext, Snapshot.Meeting.Id))
        {
            State = TabletState.Prepare;
            return await RefuseAsync(Snapshot.Meeting.TableId, ct);
        }

        State = Snapshot.Poll is { TakesVotes: true } ? TabletState.Pass : TabletState.Waiting;
        return null;
    }
}
