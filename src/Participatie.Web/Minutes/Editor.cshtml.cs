using System.Data.Common;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes;

/// <summary>Where the minute taker writes. Whatever is refused, the text stays in the box.</summary>
public sealed class EditorModel(
    TableAccess access,
    MinutesStore store,
    DbDataSource db,
    DraftMinutes draftMinutes,
    ReadMinutes readMinutes,
    SaveMinutes saveMinutes,
    IOptions<MinutesOptions> options,
    IStringLocalizer<Texts> texts) : WriterPage(access, store)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    /// <summary>The number of an earlier text to put back into the box.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public long? Back { get; set; }

    [TempData]
    public string? Done { get; set; }

    public MinutesRow? Kept { get; private set; }

    public string? Advice { get; private set; }

    public IHtmlContent? Preview { get; private set; }

    /// <summary>What is wrong in the text, each with its line.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; private set; } = [];

    /// <summary>What somebody else saved meanwhile.</summary>
    public string? Theirs { get; private set; }

    public bool AsksToRedraft { get; private set; }

    /// <summary>The files that the text can refer to.</summary>
    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => WriteAsync(
        async () =>
        {
            Revision = Kept?.Revision ?? 0;
            if (Back is { } back && await Store.RevisionAsync(Meeting.Id, back, ct) is { } earlier)
                return Offer(earlier.Markdown, texts["Dit is de tekst van {0}. Hij is nog niet bewaard: kijk hem na en kies dan ‘Bewaren’.", DutchTime.Moment(earlier.SavedAt)]);

            Text = Kept?.Markdown ?? await DraftAsync(ct);
            return Page();
        },
        ct);

    public Task<IActionResult> OnPostPreviewAsync(CancellationToken ct) => WriteAsync(
        async () =>
        {
            if (IsTooLong)
                Fault = TooLong;
            else
                await RenderAsync(ct);
            return Page();
        },
        ct);

    /// <summary>The preview alone, for the script that shows it while somebody types.</summary>
    public Task<IActionResult> OnPostFragmentAsync(CancellationToken ct) => WriteAsync(
        async () =>
        {
            if (IsTooLong)
                return new ContentResult { Content = TooLong, ContentType = "text/plain; charset=utf-8", StatusCode = StatusCodes.Status413PayloadTooLarge };

            await RenderAsync(ct);
            return Partial("/Minutes/_Preview.cshtml", this);
        },
        ct);

    public Task<IActionResult> OnPostSaveAsync(CancellationToken ct) => WriteAsync(
        async () => await SaveAsync(ct) switch
        {
            SaveOutcome.Saved => Finish(texts["Het verslag is bewaard. Wat er eerst stond, is ook bewaard."]),
            SaveOutcome.TooLong => Refuse(TooLong),
            SaveOutcome.Outdated => await ShowBothAsync(ct),
            _ => await ShowFrozenAsync(ct),
        },
        ct);

    /// <summary>Saves while somebody writes: the script hears the number of the text that is kept now, or that only a person can go on.</summary>
    public Task<IActionResult> OnPostAutosaveAsync(CancellationToken ct) => WriteAsync(
        async () => await SaveAsync(ct) is SaveOutcome.Saved
            && await Store.FindAsync(Meeting.Id, ct) is { } kept
            // The number of what somebody else saved since would let this writer overwrite it unseen.
            && string.Equals(kept.Markdown, FrozenMinutes.Clean(Text), StringComparison.Ordinal)
                ? new JsonResult(new { revision = kept.Revision })
                : new StatusCodeResult(StatusCodes.Status409Conflict),
        ct);

    private Task<SaveOutcome> SaveAsync(CancellationToken ct) =>
        saveMinutes.RunAsync(Meeting.Id, Text, Revision, Actor, ct);

    public Task<IActionResult> OnPostRedraftAsync(CancellationToken ct) => WriteAsync(
        () =>
        {
            AsksToRedraft = true;
            return Task.FromResult<IActionResult>(Page());
        },
        ct);

    public Task<IActionResult> OnPostAppendAsync(CancellationToken ct) => WriteAsync(
        async () => Offer($"{FrozenMinutes.Clean(Text).TrimEnd()}\n\n{await DraftAsync(ct)}", NewText), ct);

    public Task<IActionResult> OnPostReplaceAsync(CancellationToken ct) => WriteAsync(async () => Offer(await DraftAsync(ct), NewText), ct);

    /// <summary>Acts on the text as it is kept now.</summary>
    private Task<IActionResult> WriteAsync(Func<Task<IActionResult>> act, CancellationToken ct) => EnterAsync(
        async () =>
        {
            Kept = await Store.FindAsync(Meeting.Id, ct);
            return await act();
        },
        ct);

    protected override async Task ReadAsync(CancellationToken ct) => Attachments = await AttachmentStore.OfMeetingAsync(db, Meeting.Id, ct);

    private bool IsTooLong => FrozenMinutes.Clean(Text).Length > options.Value.LongestText;

    private string TooLong =>
        texts["De tekst is te lang: {0:N0} tekens. Er passen er {1:N0}. Je tekst staat nog in het vak, maar is niet bewaard.", Text!.Length, options.Value.LongestText];

    private async Task RenderAsync(CancellationToken ct)
    {
        var read = await readMinutes.RunAsync(await MinutesSource.OfAsync(db, Meeting.Id, ct), FrozenMinutes.Clean(Text));
        (Preview, Mistakes) = (new HtmlString(read.Html), read.Records.Mistakes);
    }

    private Task<string> DraftAsync(CancellationToken ct) => draftMinutes.RunAsync(Meeting.Id, Meeting.Heading, ct);

    private RedirectToPageResult Finish(string done)
    {
        Done = done;
        return RedirectToPage(new { Code });
    }

    private string NewText => texts["De nieuwe tekst staat in het vak. Hij is nog niet bewaard: kijk hem na en kies dan ‘Bewaren’."];

    private PageResult Offer(string text, string advice)
    {
        (Text, Advice) = (text, advice);
        return Page();
    }

    /// <summary>Saving once more overwrites knowingly: the writer has now seen what the other one wrote.</summary>
    private async Task<IActionResult> ShowBothAsync(CancellationToken ct)
    {
        Kept = await Store.FindAsync(Meeting.Id, ct);
        Theirs = Kept!.Markdown;
        Revision = Kept.Revision;
        return Refuse(texts["Iemand anders heeft intussen ook iets bewaard. Jouw tekst is nog niet bewaard, maar staat nog in het vak."]);
    }

    private async Task<IActionResult> ShowFrozenAsync(CancellationToken ct)
    {
        Kept = await Store.FindAsync(Meeting.Id, ct);
        return Refuse(texts["Het verslag is intussen vastgesteld. Jouw laatste tekst is niet bewaard. Hij staat hieronder."]);
    }
}
