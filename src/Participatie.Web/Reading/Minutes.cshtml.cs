using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participatie.Web.Minutes.Attachments;

namespace Participatie.Web.Reading;

/// <summary>Published minutes: the newest version, or an older one.</summary>
public sealed class MinutesModel(PublicMinutes published, AttachmentStore attachments) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "versie")]
    public int? Version { get; set; }

    public PublicMinutesRow Minutes { get; private set; } = null!;

    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    /// <summary>Whether a newer version replaced this one.</summary>
    public bool IsOld => Minutes.Version < Versions[0].Version;

    public IReadOnlyList<MinutesHeadline> Contents { get; private set; } = [];

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!ModelState.IsValid || await published.FindAsync(id, Version, ct) is not { } minutes)
            return NotFound();

        (Minutes, Versions, Contents) = (minutes, await published.VersionsAsync(id, ct), MinutesContents.Of(minutes.Html));
        Attachments = await attachments.OfVersionAsync(id, minutes.Version, ct);
        return Page();
    }
}
