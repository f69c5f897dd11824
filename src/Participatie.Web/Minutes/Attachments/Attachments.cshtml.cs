using System.Data.Common;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes.Attachments;

/// <summary>Files for the minutes: bring them, see how a text calls them, throw them away. What is refused says which file and why.</summary>
[Authorize] // before anything is read of so large a form
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class AttachmentsModel(
    TableAccess access,
    MinutesStore store,
    DbDataSource db,
    AddAttachment addAttachment,
    RemoveAttachment removeAttachment,
    IOptions<MinutesOptions> options,
    IStringLocalizer<Texts> texts) : WriterPage(access, store)
{
    /// <summary>Several files at once; more than one may be, so that one too large hears so by its name.</summary>
    private const long LargestRequest = 120L * 1024 * 1024;

    [BindProperty]
    public IFormFileCollection? Files { get; set; }

    [TempData]
    public string? Done { get; set; }

    /// <summary>What went well beside what is refused.</summary>
    public string? Added { get; private set; }

    public MinutesRow? Kept { get; private set; }

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public int LargestMegabytes => options.Value.LargestAttachmentMegabytes;

    public bool IsOpen => Kept is null or { IsOpen: true };

    public bool IsInText(Attachment attachment) => Attachment.IsNamed(attachment.Name, Kept?.Markdown);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(
        async () =>
        {
            var (added, faults) = (new List<string>(), new List<string>());
            foreach (var file in Files ?? new FormFileCollection())
            {
                await using var content = file.OpenReadStream();
                var (outcome, name) = await addAttachment.RunAsync(Meeting.Id, file.FileName, content, Actor, ct);
                if (name is not null)
                    added.Add(name);
                else
                    faults.Add(Explain(outcome, CleanText.Of(file.FileName)));
            }

            if (added.Count + faults.Count == 0)
                faults.Add(texts["Kies eerst een bestand."]);
            if (faults.Count == 0)
                return Finish(Praise(added));

            (Faults, Added) = (faults, added.Count == 0 ? null : Praise(added));
            return Page();
        },
        ct);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct) => EnterAsync(
        async () =>
        {
            var outcome = await removeAttachment.RunAsync(Meeting.Id, id, ct);
            if (outcome == RemoveOutcome.Removed)
                return Finish(texts["Het bestand is weg."]);

            Faults = [outcome == RemoveOutcome.InText
                ? texts["Dit bestand staat nog in de tekst. Haal het daar eerst uit en kies ‘Bewaren’. Zien deelnemers de tekst al? Deel hem dan opnieuw."]
                : texts["Dit bestand kan niet meer weg. Het staat in een verslag dat is vastgesteld of gepubliceerd."]];
            return Page();
        },
        ct);

    protected override async Task ReadAsync(CancellationToken ct)
    {
        Kept = await Store.FindAsync(Meeting.Id, ct);
        Attachments = await AttachmentStore.OfMeetingAsync(db, Meeting.Id, ct);
    }

    private SeeOther Finish(string done)
    {
        Done = done;
        return new SeeOther($"/m/{Code}/verslag/bijlagen");
    }

    private string Praise(List<string> added) =>
        added.Count == 1 ? texts["‘{0}’ is toegevoegd.", added[0]] : texts["Er zijn {0} bestanden toegevoegd.", added.Count];

    private string Explain(AddOutcome outcome, string file) => outcome switch
    {
        AddOutcome.Empty => texts["‘{0}’ is leeg.", file],
        AddOutcome.TooLarge => texts["‘{0}’ is te groot. Een bestand mag {1} MB zijn.", file, LargestMegabytes],
        AddOutcome.WrongKind => texts["‘{0}’ is geen PDF, PNG, JPG of WebP. Sla het op als PDF en probeer het opnieuw.", file],
        AddOutcome.TooMany => texts["‘{0}’ past er niet meer bij: dit verslag heeft al {1} bestanden.", file, AddAttachment.Most],
        AddOutcome.NotKept => texts["‘{0}’ kon niet worden bewaard. Dat ligt aan ons. Probeer het later nog eens.", file],
        _ => texts["Het verslag is intussen vastgesteld. ‘{0}’ is niet toegevoegd.", file],
    };
}
