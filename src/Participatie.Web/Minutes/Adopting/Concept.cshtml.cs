using System.Data.Common;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Minutes;
using Participatie.Web.Meetings;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes.Adopting;

/// <summary>The concept, for those who were there. What is refused stays in its field.</summary>
public sealed class ConceptModel(
    MinutesStore store,
    CorrectionStore corrections,
    DbDataSource db,
    ReadMinutes readMinutes,
    SendCorrection sendCorrection,
    ParticipantCookie cookie,
    IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Wrong { get; set; }

    [TempData]
    public string? Done { get; set; }

    public MinutesMeetingRow Meeting { get; private set; } = null!;

    public MinutesState State { get; private set; }

    public DateTimeOffset SharedAt { get; private set; }

    /// <summary>Null while there is no text that participants may see.</summary>
    public IHtmlContent? Text { get; private set; }

    /// <summary>Whether everybody can read minutes of this meeting.</summary>
    public bool IsPublished { get; private set; }

    public IReadOnlyList<CorrectionRow> Corrections { get; private set; } = [];

    public string? Fault { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => EnterAsync(() => Task.FromResult<IActionResult>(Page()), ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(
        async () => await sendCorrection.RunAsync(Meeting.Id, cookie.Ensure(HttpContext, Meeting.Id), Wrong, ct) switch
        {
            SendStep.Sent => Finish(texts["Dank je wel. De verslaglegger kijkt ernaar. Hieronder zie je straks wat ermee gebeurt."]),
            SendStep.Empty => Refuse(texts["Schrijf op wat er niet klopt."]),
            SendStep.TooLong => Refuse(texts["Maak de tekst korter: hoogstens {0:N0} tekens.", SendCorrection.LongestText]),
            SendStep.TooMany => Refuse(texts["Je hebt al veel verbeteringen gestuurd. Wacht tot de verslaglegger die heeft gelezen."]),
            _ => Refuse(texts["Het verslag is intussen vastgesteld. Je verbetering is niet verstuurd."]),
        },
        ct);

    private async Task<IActionResult> EnterAsync(Func<Task<IActionResult>> act, CancellationToken ct)
    {
        if (await store.FindMeetingAsync(Codes.Normalize(Code), ct) is not { } meeting)
            return NotFound();

        Meeting = meeting;
        var result = await act();
        if (result is PageResult)
            await ShowAsync(ct);
        return result;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var kept = await store.FindAsync(Meeting.Id, ct);
        IsPublished = kept is { Version: > 0 };
        if (kept is not { SharedRevision: { } shared } || await store.RevisionAsync(Meeting.Id, shared, ct) is not { } text)
            return;

        (State, SharedAt) = (kept.State, text.SavedAt);
        Text = new HtmlString((await readMinutes.RunAsync(await MinutesSource.OfAsync(db, Meeting.Id, ct), text.Markdown)).Html);
        Corrections = await corrections.SeenByAsync(Meeting.Id, cookie.Read(HttpContext, Meeting.Id), ct);
    }

    private SeeOther Finish(string done)
    {
        Done = done;
        return new SeeOther($"/m/{Code}/concept");
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        return Page();
    }
}
