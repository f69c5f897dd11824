using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Minutes.Notes;

/// <summary>Where the minute taker jots down what is said, while it is said.</summary>
public sealed class NotesModel(TableAccess access, MinutesStore store, NoteStore notes, IStringLocalizer<Texts> texts) : WriterPage(access, store)
{
    /// <summary>In characters.</summary>
    public const int LongestNote = 10_000;

    [BindProperty]
    public Guid? ItemId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Whether a text of the minutes is kept, which notes no longer come into by themselves.</summary>
    public bool HasText { get; private set; }

    public IReadOnlyList<NoteItemRow> Items { get; private set; } = [];

    public IReadOnlyList<NoteRow> Notes { get; private set; } = [];

    /// <summary>The item that somebody chose, or else the one on the table.</summary>
    public Guid? Chosen => ItemId ?? (Items.FirstOrDefault(item => item.IsNow) ?? (Items is [.., var last] ? last : null))?.Id;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(
        async () =>
        {
            var text = FrozenMinutes.Clean(Text).Trim();
            if (text.Length == 0)
                return Refuse(texts["Schrijf eerst iets op."]);
            if (text.Length > LongestNote)
                return Refuse(texts["Dit is te lang: {0:N0} tekens. Er passen er {1:N0}. Bewaar het in stukken.", text.Length, LongestNote]);
            return ItemId is { } itemId && await notes.AddAsync(Meeting.Id, itemId, text, Actor, ct)
                ? RedirectToPage(new { Code })
                : Refuse(texts["Dit agendapunt is nog niet aan de beurt geweest. Kies een ander."]);
        },
        ct);

    public Task<IActionResult> OnPostRemoveAsync(Guid noteId, CancellationToken ct) => EnterAsync(
        async () =>
        {
            await notes.RemoveAsync(Meeting.Id, noteId, ct); // gone already is as good
            return RedirectToPage(new { Code });
        },
        ct);

    protected override async Task ReadAsync(CancellationToken ct)
    {
        HasText = await Store.FindAsync(Meeting.Id, ct) is not null;
        Items = await notes.ItemsAsync(Meeting.Id, ct);
        Notes = await notes.OfMeetingAsync(Meeting.Id, ct);
    }
}
