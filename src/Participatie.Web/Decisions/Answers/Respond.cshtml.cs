using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Decisions;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Decisions.Answers;

/// <summary>Where an addressee answers a decision, puts the answer off, and tells what is done. What is refused stays in its field.</summary>
public sealed class RespondModel(
    TableAccess access,
    AnswerStore store,
    AnswerDecision answerDecision,
    PostponeAnswer postponeAnswer,
    MakeCommitment makeCommitment,
    TellProgress tellProgress,
    TimeProvider clock,
    IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ResponseVerdict? Verdict { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public Guid CommitmentId { get; set; }

    [TempData]
    public string? Done { get; set; }

    public AddressedRow Decision { get; private set; } = null!;

    public AnswerRow Answer { get; private set; } = null!;

    public IReadOnlyList<CommitmentRow> Commitments { get; private set; } = [];

    public DateOnly Today => DutchTime.Today(clock.GetUtcNow());

    public string? Fault { get; private set; }

    /// <summary>The form that was refused: only there do the typed words come back.</summary>
    public string? Refused { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => EnterAsync(() => Task.FromResult<IActionResult>(Page()), ct);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) => EnterAsync(
        async () => Verdict is not { } verdict
            ? Refuse("Answer", texts["Kies eerst wat jullie met het advies doen."])
            : await answerDecision.RunAsync(Id, Decision, verdict, Reasons, Actor, ct) switch
            {
                AnswerStep.Done => Finish(texts["Het antwoord staat er. Iedereen kan het nu lezen."]),
                AnswerStep.ReasonsMissing => Refuse("Answer", texts["Schrijf op waarom. Een antwoord zonder redenen nemen we niet aan."]),
                AnswerStep.TooLong => Refuse("Answer", texts["Maak de tekst korter: hoogstens {0:N0} tekens.", AnswerDecision.LongestReasons]),
                _ => Refuse("Answer", texts["Iemand anders heeft intussen al geantwoord. Jouw antwoord is niet bewaard."]),
            },
        ct);

    public Task<IActionResult> OnPostPostponeAsync(CancellationToken ct) => EnterAsync(
        async () => await postponeAnswer.RunAsync(Id, Decision, Day, Reasons, Actor, ct) switch
        {
            PostponeStep.Done => Finish(texts["Het uitstel staat er. Iedereen kan de reden lezen."]),
            PostponeStep.ReasonMissing => Refuse("Postpone", texts["Schrijf op waarom het later wordt. Iedereen kan dat lezen."]),
            PostponeStep.TooLong => Refuse("Postpone", texts["Maak de tekst korter: hoogstens {0:N0} tekens.", PostponeAnswer.LongestReason]),
            PostponeStep.NotLater => Refuse("Postpone", texts["Kies een dag na vandaag, en na de dag die nu geldt."]),
            PostponeStep.TooFar => Refuse("Postpone", texts["Kies een dag binnen {0} dagen.", PostponeAnswer.Longest]),
            _ => Refuse("Postpone", texts["Uitstel kan maar één keer, en niet na een antwoord."]),
        },
        ct);

    public Task<IActionResult> OnPostCommitAsync(CancellationToken ct) => EnterAsync(
        async () => await makeCommitment.RunAsync(Id, Decision, What, Owner, Day, Actor, ct) switch
        {
            CommitmentStep.Done => Finish(texts["De toezegging staat erbij."]),
            CommitmentStep.TextMissing => Refuse("Commit", texts["Schrijf op wat er gaat gebeuren."]),
            CommitmentStep.OwnerMissing => Refuse("Commit", texts["Schrijf op wie het doet."]),
            CommitmentStep.DueMissing => Refuse("Commit", texts["Kies de dag waarop het klaar is."]),
            CommitmentStep.TooLong => Refuse("Commit", texts["Maak de tekst korter: hoogstens {0:N0} tekens.", MakeCommitment.LongestText]),
            _ => Refuse("Commit", texts["Geef eerst een antwoord. Daarna kun je toezeggingen doen."]),
        },
        ct);

    public Task<IActionResult> OnPostProgressAsync(bool finished, CancellationToken ct) => EnterAsync(
        async () => await tellProgress.RunAsync(Id, Decision, CommitmentId, What, finished, Actor, ct) switch
        {
            ProgressStep.Done => Finish(finished ? texts["De toezegging is klaar. Dat staat er nu bij."] : texts["Het bericht staat erbij."]),
            ProgressStep.TextMissing => Refuse($"Progress-{CommitmentId}", texts["Schrijf op hoe het ermee staat."]),
            ProgressStep.TooLong => Refuse($"Progress-{CommitmentId}", texts["Maak de tekst korter: hoogstens {0:N0} tekens.", TellProgress.LongestText]),
            _ => Refuse($"Progress-{CommitmentId}", texts["Deze toezegging is al klaar."]),
        },
        ct);

    private string Actor => TableAccess.StaffName(User);

    private async Task<IActionResult> EnterAsync(Func<Task<IActionResult>> act, CancellationToken ct)
    {
        if (await store.AddressedAsync(Id, ct) is not { } decision)
            return NotFound();
        if (!await access.MayAsync(User, decision.TableId, [TableRole.BoardMember], ct))
            return TableAccess.Refusal(User);

        Decision = decision;
        var result = await act();
        if (result is PageResult)
            (Answer, Commitments) = ((await store.FindAsync(Id, ct))!, await store.CommitmentsAsync(Id, ct));
        return result;
    }

    private SeeOther Finish(string done)
    {
        Done = done;
        return new SeeOther($"/besluiten/{Id}/antwoord");
    }

    private PageResult Refuse(string form, string fault)
    {
        (Refused, Fault) = (form, fault);
        return Page();
    }
}
