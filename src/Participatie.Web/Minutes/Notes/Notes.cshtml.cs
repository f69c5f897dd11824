using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Meetings;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes.Notes;

/// <summary>Where the minute taker jots down what is said, while it is said.</summary>
public sealed class NotesModel(TableAccess access, MinutesStore store, NoteStore notes, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>In characters.</summary>
    public const int LongestNote = 10_000;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Guid? ItemId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public MinutesMeetingRow Meeting { get; private set; } = null!;

    /// <summary>Whether a text of the minutes is kept, which notes no longer come into by themselves.</summary>
    public bool HasText { get; private set; }

    public IReadOnlyList<NoteItemRow> Items { get; private set; } = [];

    public IReadOnlyList<NoteRow> Notes { get; private set; } = [];

    public string? Fault { get; private set; }

    /// <summary>The item that somebody chose, or else the one on the table.</summary>
    public Guid? Chosen => ItemId ?? (Items.FirstOrDefault(item => item.IsNow) ?? (Items is [.., var last] ? last : null))?.Id;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => EnterAsync(ShowAsync, ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(
        async cancel =>
        {
            var text = FrozenMinutes.Clean(Text).Trim();
            if (text.Length == 0)
                return await RefuseAsync(texts["Schrijf eerst iets op."], cancel);
            if (text.Length > LongestNote)
                return await RefuseAsync(texts["Dit is te lang: {0:N0} tekens. Er passen er {1:N0}. Bewaar het in stukken.", text.Length, LongestNote], cancel);
            return ItemId is { } itemId && await notes.AddAsync(Meeting.Id, itemId, text, TableAccess.StaffName(User), cancel)
                ? RedirectToPage(new { Code })
                : await RefuseAsync(texts["Dit agendapunt is nog niet aan de beurt geweest. Kies een ander."], cancel);
        },
        ct);

    public Task<IActionResult> OnPostRemoveAsync(Guid noteId, CancellationToken ct) => EnterAsync(
        async cancel =>
        {
            await notes.RemoveAsync(Meeting.Id, noteId, cancel); // gone already is as good
            return RedirectToPage(new { Code });
        },
        ct);

    private async Task<IActionResult> EnterAsync(Func<CancellationToken, Task<IActionResult>> act, CancellationToken ct)
    {
        if (await store.FindMeetingAsync(Codes.Normalize(Code), ct) is not { } meeting)
            return NotFound();
        if (!await access.MayAsync(User, meeting.TableId, EditorModel.Writers, ct))
            return TableAccess.Refusal(User);

        Meeting = meeting;
        return await act(ct);
    }

    private Task<IActionResult> RefuseAsync(string fault, CancellationToken ct)
    {
        Fault = fault;
        return ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        HasText = await store.FindAsync(Meeting.Id, ct) is not null;
        Items = await notes.ItemsAsync(Meeting.Id, ct);
        Notes = await notes.OfMeetingAsync(Meeting.Id, ct);
        return Page();
    }
}
