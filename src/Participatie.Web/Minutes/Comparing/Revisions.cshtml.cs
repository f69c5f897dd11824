using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Meetings;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes.Comparing;

/// <summary>Every text that was saved, and what each changed.</summary>
public sealed class RevisionsModel(TableAccess access, MinutesStore store) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The text to look at; the last when it is left out.</summary>
    [BindProperty(SupportsGet = true, Name = "tekst")]
    public long? Chosen { get; set; }

    public MinutesMeetingRow Meeting { get; private set; } = null!;

    public MinutesRow? Kept { get; private set; }

    public IReadOnlyList<RevisionRow> Revisions { get; private set; } = [];

    public RevisionRow? Shown { get; private set; }

    public IReadOnlyList<DifferenceLine> Difference { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await store.FindMeetingAsync(Codes.Normalize(Code), ct) is not { } meeting)
            return NotFound();
        if (!await access.MayAsync(User, meeting.TableId, EditorModel.Writers, ct))
            return TableAccess.Refusal(User);

        (Meeting, Kept, Revisions) = (meeting, await store.FindAsync(meeting.Id, ct), await store.RevisionsAsync(meeting.Id, ct));
        Shown = Revisions.FirstOrDefault(revision => Chosen is null || revision.Revision == Chosen);
        if (Shown is { } shown)
            Difference = TextDifference.Of(Revisions.FirstOrDefault(revision => revision.Revision == shown.Revision - 1)?.Markdown ?? "", shown.Markdown);
        return Page();
    }
}
