using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Live;
using Participatie.Web.Polls.Showing;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Polls.Doors;

/// <summary>Paper ballots and raised hands: one member of staff enters them, another confirms them.</summary>
public sealed class CountModel(
    TableAccess access, MeetingRooms rooms, PollStore polls, Stacks stacks, EnterBallots enter, CheckBallots check, PollShowing showing,
    IStringLocalizer<Texts> texts) : PageModel
{
    private const int MostPassesTyped = 20_000;

    /// <summary>The passes on the paper ballots, one to a line.</summary>
    [BindProperty(Name = "passen")]
    public string? Codes { get; set; }

    /// <summary>For each option, in ballot order, the number of ballots or hands.</summary>
    [BindProperty(Name = "aantal")]
    public IReadOnlyList<int?> Counts { get; set; } = [];

    [TempData]
    public string? Done { get; set; }

    public string? Message { get; private set; }

    public MeetingView Meeting { get; private set; } = null!;

    public PollCard Poll { get; private set; } = null!;

    public IReadOnlyList<StackRow> Stacks { get; private set; } = [];

    public ILookup<Guid, PileRow> Piles { get; private set; } = Array.Empty<PileRow>().ToLookup(pile => pile.StackId);

    public string Ballot { get; private set; } = "";

    public bool IsOpen => Poll.Rules.State == PollState.Open;

    /// <summary>Can this poll be counted in piles: one option on each ballot, and nothing else?</summary>
    public bool HasPiles => Poll.Rules.Method is YesNoAbstain or SingleChoice;

    public bool HandsCounted => Stacks.Any(stack => stack.Channel == Channel.Hands);

    public bool IsOwn(StackRow stack) => stack.EnteredBy == Counter.Id;

    /// <summary>What is on equal ballots, in words.</summary>
    public string Describe(string choices)
    {
        var marks = BallotText.Read(choices);
        var named = Poll.Rules.Method is Ranking ? marks.OrderBy(mark => mark.Value) : marks.AsEnumerable();
        var parts = named.Select(mark => mark switch
        {
            { Reason: { } reason } => texts["{0}: ‘{1}’", Poll.Rules.Options[mark.Option], reason].Value,
            { Value: { } value } => texts["{0} ({1})", Poll.Rules.Options[mark.Option], value].Value,
            _ => Poll.Rules.Options[mark.Option],
        });
        return string.Join(", ", parts);
    }

    /// <summary>Without a poll it leads to the one that is open.</summary>
    public async Task<IActionResult> OnGetAsync(string code, Guid? pollId, CancellationToken ct)
    {
        if (pollId is { } known)
            return await RefuseAsync(code, known, ct) ?? await ShowAsync(ct);
        return await rooms.FindAsync(code) is not { Snapshot: var snapshot } ? NotFound()
            : snapshot.Poll is { State: PollState.Open } open ? new SeeOther($"/m/{snapshot.Meeting.Code}/tellen/{open.Id}")
            : new SeeOther($"/m/{snapshot.Meeting.Code}/leiden");
    }

    /// <summary>A pile of paper: the passes on it, and how many ballots for each option.</summary>
    public async Task<IActionResult> OnPostPilesAsync(string code, Guid pollId, CancellationToken ct)
    {
        if (await RefuseAsync(code, pollId, ct) is { } refusal)
            return refusal;

        var (codes, ballots) = (TypedCodes(), CountedBallots());
        if (codes.Count == ballots.Count && HasPiles)
            return await AnswerAsync(await enter.PaperAsync(Poll.Id, codes, ballots, Counter, ct), ballots.Count, ct);
        Message = texts["Je typte {0} stempassen en telde {1} stembiljetten. Dat moet hetzelfde aantal zijn.", codes.Count, ballots.Count];
        return await ShowAsync(ct);
    }

    /// <summary>One paper ballot.</summary>
    public async Task<IActionResult> OnPostPaperAsync(string code, Guid pollId, CancellationToken ct)
    {
        if (await RefuseAsync(code, pollId, ct) is { } refusal)
            return refusal;
        return await AnswerAsync(
            await enter.PaperAsync(Poll.Id, [.. TypedCodes().Take(1)], [PostedBallot.Read(Request.Form, Poll.Rules.Method)], Counter, ct), 1, ct);
    }

    public async Task<IActionResult> OnPostHandsAsync(string code, Guid pollId, CancellationToken ct)
    {
        if (await RefuseAsync(code, pollId, ct) is { } refusal)
            return refusal;

        var ballots = HasPiles ? CountedBallots() : [];
        return await AnswerAsync(await enter.HandsAsync(Poll.Id, ballots, Counter, ct), ballots.Count, ct);
    }

    public Task<IActionResult> OnPostConfirmAsync(string code, Guid pollId, Guid stack, CancellationToken ct) =>
        StepAsync(code, pollId, () => check.ConfirmAsync(pollId, stack, Counter, ct), texts["Nagekeken. Deze stemmen tellen mee."], ct);

    public Task<IActionResult> OnPostRemoveAsync(string code, Guid pollId, Guid stack, CancellationToken ct) =>
        StepAsync(code, pollId, () => check.RemoveAsync(pollId, stack, Counter, ct), texts["Deze stemmen zijn weer weggehaald."], ct);

    private Counter Counter => new(TableAccess.StaffId(User)!.Value, TableAccess.StaffName(User));

    private List<string> TypedCodes() =>
        [.. (Codes ?? "").Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostPassesTyped)];

    private List<IReadOnlyList<Choice>> CountedBallots() =>
        [.. Counts.Take(Poll.Rules.Options.Count).SelectMany((count, option) => Enumerable.Repeat<IReadOnlyList<Choice>>([new Choice(option)], Math.Clamp(count ?? 0, 0, MostPassesTyped)))];

    private async Task<IActionResult> StepAsync(string code, Guid pollId, Func<Task<StackStep>> step, string done, CancellationToken ct)
    {
        if (await RefuseAsync(code, pollId, ct) is { } refusal)
            return refusal;

        Done = await step() switch
        {
            StackStep.Done => done,
            StackStep.SamePerson => texts["Je hebt deze stemmen zelf ingevoerd. Laat een collega ze nakijken."],
            _ => texts["Dat kan niet meer: de stemming is gesloten, of het was al gedaan."],
        };
        return Again();
    }

    private async Task<IActionResult> AnswerAsync(EntryAnswer answer, int ballots, CancellationToken ct)
    {
        if (answer.Outcome == BallotEntry.Done)
        {
            Done = ballots == 1 ? texts["1 stem ingevoerd. Laat een collega dit nakijken."] : texts["{0} stemmen ingevoerd. Laat een collega dit nakijken.", ballots];
            return Again();
        }

        Message = answer.Outcome switch
        {
            BallotEntry.Closed => texts["Dat kan niet meer: de stemming is gesloten, of de handen zijn al geteld."],
            BallotEntry.UnknownPasses => texts["Deze stempassen gelden niet in deze stemming, of staan er twee keer: {0}", string.Join(", ", answer.Passes)],
            BallotEntry.VotedAlready => texts["Met deze stempassen is al gestemd: {0}. Leg die stembiljetten opzij.", string.Join(", ", answer.Passes)],
            BallotEntry.TooManyHands => texts["Er zijn meer handen dan mensen die nog mogen stemmen. Tel nog een keer."],
            BallotEntry.SecretPoll => texts["Dit is een geheime stemming. Die kan niet met handen."],
            _ => texts["Er klopt iets niet op het stembiljet. Vul minstens één stem in."],
        };
        return await ShowAsync(ct);
    }

    private SeeOther Again() => new($"/m/{Meeting.Code}/tellen/{Poll.Id}");

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Stacks = await stacks.OfPollAsync(Poll.Id, ct);
        Piles = (await stacks.PilesAsync(Poll.Id, ct)).ToLookup(pile => pile.StackId);
        Ballot = await showing.BallotAsync(Poll.Rules.Method, PollWording.InDutch(Poll.Question, Poll.Rules.Options), own: []);
        return Page();
    }

    /// <summary>The minute taker may count too: a small table has no second facilitator.</summary>
    private async Task<IActionResult?> RefuseAsync(string code, Guid pollId, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (await rooms.FindAsync(code) is not { Snapshot.Meeting: var meeting }
            || await polls.FindAsync(pollId, ct) is not { } poll || poll.MeetingId != meeting.Id)
            return NotFound();

        (Meeting, Poll) = (meeting, poll);
        return await access.MayAsync(User, meeting.TableId, [TableRole.Facilitator, TableRole.MinuteTaker], ct) ? null : TableAccess.Refusal(User);
    }
}
