using Microsoft.AspNetCore.Mvc;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes.Comparing;

/// <summary>Every text that was saved, and what each changed.</summary>
public sealed class RevisionsModel(TableAccess access, MinutesStore store) : WriterPage(access, store)
{
    /// <summary>The text to look at; the last when it is left out.</summary>
    [BindProperty(SupportsGet = true, Name = "tekst")]
    public long? Chosen { get; set; }

    public MinutesRow? Kept { get; private set; }

    public IReadOnlyList<RevisionRow> Revisions { get; private set; } = [];

    public RevisionRow? Shown { get; private set; }

    public IReadOnlyList<DifferenceLine> Difference { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    protected override async Task ReadAsync(CancellationToken ct)
    {
        (Kept, Revisions) = (await Store.FindAsync(Meeting.Id, ct), await Store.RevisionsAsync(Meeting.Id, ct));
        Shown = Revisions.FirstOrDefault(revision => Chosen is null || revision.Revision == Chosen);
        if (Shown is { } shown)
            Difference = TextDifference.Of(Revisions.FirstOrDefault(revision => revision.Revision == shown.Revision - 1)?.Markdown ?? "", shown.Markdown);
    }
}
