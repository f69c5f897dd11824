using System.Data.Common;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Core.Minutes;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes.Adopting;

/// <summary>From draft to published: one step at a time, about the text that is saved. What is refused stays in its field.</summary>
public sealed class AdoptionModel(
    TableAccess access,
    MinutesStore store,
    CorrectionStore corrections,
    AdoptingPolls polls,
    DbDataSource db,
    ReadMinutes readMinutes,
    ShareMinutes shareMinutes,
    JudgeCorrection judgeCorrection,
    AdoptMinutes adoptMinutes,
    ReopenMinutes reopenMinutes,
    PublishMinutes publishMinutes,
    IStringLocalizer<Texts> texts) : WriterPage(access, store)
{
    /// <summary>The text that the writer had before them.</summary>
    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public bool ReadThrough { get; set; }

    [BindProperty]
    public Guid CorrectionId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool Hidden { get; set; }

    [BindProperty]
    public string? Chair { get; set; }

    [BindProperty]
    public Guid? PollId { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [TempData]
    public string? Done { get; set; }

    /// <summary>Null when nobody saved a text yet.</summary>
    public MinutesRow? Kept { get; private set; }

    public MinutesState State => Kept?.State ?? MinutesState.Draft;

    public IReadOnlyList<CorrectionRow> Corrections { get; private set; } = [];

    public IReadOnlyList<AdoptingPollRow> Polls { get; private set; } = [];

    public IReadOnlyList<string> Unreleased { get; private set; } = [];

    public IHtmlContent? Text { get; private set; }

    public IReadOnlyList<Mistake> Mistakes { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostShareAsync(CancellationToken ct) => EnterAsync(
        async () => !ReadThrough ? Refuse(ReadFirst) : await shareMinutes.RunAsync(Meeting.Id, Revision, Actor, ct) switch
        {
            ShareOutcome.Shared => Finish(texts["Het concept is gedeeld. Wie erbij was, kan het nu lezen en zeggen wat niet klopt."]),
            ShareOutcome.Empty => Refuse(texts["Het verslag is nog leeg. Schrijf eerst de tekst en bewaar die."]),
            ShareOutcome.Mistaken => Refuse(texts["Er zit nog een fout in het verslag. Daarom is het niet gedeeld."]),
            ShareOutcome.MeetingNotClosed => Refuse(texts["De bijeenkomst is nog niet afgelopen. Delen kan als de begeleider de bijeenkomst heeft gesloten."]),
            _ => Refuse(TooLate),
        },
        ct);

    public Task<IActionResult> OnPostJudgeAsync(CorrectionVerdict verdict, CancellationToken ct) => EnterAsync(
        async () => await judgeCorrection.RunAsync(Meeting.Id, CorrectionId, verdict, Reason, Hidden, Actor, ct) switch
        {
            JudgeStep.Done => Finish(verdict == CorrectionVerdict.Accepted
                ? texts["Overgenomen. Vergeet niet de tekst te veranderen en het concept opnieuw te delen."]
                : texts["Niet overgenomen. Iedereen die het concept leest, ziet waarom."]),
            JudgeStep.ReasonMissing => Refuse(texts["Schrijf op waarom je dit niet overneemt. Wie het stuurde, kan dat lezen."]),
            JudgeStep.TooLong => Refuse(texts["Maak de tekst korter: hoogstens {0:N0} tekens.", JudgeCorrection.LongestReason]),
            _ => Refuse(texts["Iemand anders heeft hier intussen al over beslist."]),
        },
        ct);

    public Task<IActionResult> OnPostAdoptAsync(CancellationToken ct) => EnterAsync(
        async () => await adoptMinutes.RunAsync(Meeting.Id, Revision, PollId, Chair, Actor, ct) switch
        {
            AdoptOutcome.Adopted => Finish(texts["Het verslag is vastgesteld. Je kunt het nu publiceren."]),
            AdoptOutcome.AdopterMissing => Refuse(texts["Kies de stemming, of schrijf de naam op van de voorzitter die het verslag vaststelde."]),
            AdoptOutcome.CorrectionsOpen => Refuse(texts["Er zijn nog verbeteringen zonder antwoord. Beslis daar eerst over."]),
            AdoptOutcome.NotShared => Refuse(texts["De tekst is veranderd na het delen. Deel het concept eerst opnieuw."]),
            _ => Refuse(TooLate),
        },
        ct);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => EnterAsync(
        async () => await reopenMinutes.RunAsync(Meeting.Id, Actor, ct)
            ? Finish(texts["Het verslag is weer een klad. Je kunt de tekst veranderen."])
            : Refuse(TooLate),
        ct);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken ct) => EnterAsync(
        async () => !ReadThrough ? Refuse(ReadFirst) : await publishMinutes.RunAsync(Meeting.Id, Note, Actor, ct) switch
        {
            PublishOutcome.Published => Finish(texts["Het verslag is gepubliceerd. Iedereen kan het nu lezen."]),
            PublishOutcome.NoteMissing => Refuse(texts["Schrijf in een paar zinnen op wat er anders is dan in de vorige versie."]),
            PublishOutcome.Mistaken => Refuse(texts["Er zit nog een fout in het verslag. Daarom is het niet gepubliceerd."]),
            _ => Refuse(TooLate),
        },
        ct);

    private string ReadFirst => texts["Lees het verslag eerst na. Zet dan het vinkje bij ‘Ik heb het verslag nagelezen’."];

    private string TooLate => texts["Iemand anders was je voor. Kijk hieronder hoe het er nu voor staat."];

    protected override async Task ReadAsync(CancellationToken ct)
    {
        (Kept, Corrections) = (await Store.FindAsync(Meeting.Id, ct), await corrections.OfMeetingAsync(Meeting.Id, ct));
        if (State == MinutesState.Concept)
            Polls = await polls.OfMeetingAsync(Meeting.Id, ct);
        Unreleased = await Store.UnreleasedAsync(Meeting.Id, ct);
        if (Kept is null)
            return;

        var read = await readMinutes.RunAsync(await MinutesSource.OfAsync(db, Meeting.Id, ct), Kept.Markdown);
        (Text, Mistakes) = (new HtmlString(read.Html), read.Records.Mistakes);
    }

    private SeeOther Finish(string done)
    {
        Done = done;
        return new SeeOther($"/m/{Code}/verslag/vaststellen");
    }
}
