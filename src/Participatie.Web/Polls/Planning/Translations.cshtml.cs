using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;
using Participatie.Web.Tables;

namespace Participatie.Web.Polls.Planning;

/// <summary>Where a facilitator writes what a poll says in other languages, until it opens.</summary>
public sealed class TranslationsModel(TableAccess access, MeetingStore meetings, PollStore polls, IStringLocalizer<Texts> texts) : FacilitatorPage(access)
{
    /// <summary>By the code of the language.</summary>
    [BindProperty]
    public Dictionary<string, TranslationForm> Input { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The Dutch words that were on the page while somebody translated them.</summary>
    [BindProperty]
    public string? Source { get; set; }

    public PollCard Poll { get; private set; } = null!;

    public string? Message { get; private set; }

    public static string AddressOf(Guid pollId) => $"/beheer/peilingen/{pollId}/vertalingen";

    /// <summary>Was this written for Dutch words that have changed since?</summary>
    public bool IsOutdated(Language language) => Poll.Translations.ContainsKey(language.Code) && Poll.TranslationIn(language) is null;

    public async Task<IActionResult> OnGetAsync(Guid pollId, CancellationToken ct)
    {
        if (await LoadAsync(pollId, ct) is { } refusal)
            return refusal;

        Source = Poll.Source;
        Input = Language.Others.ToDictionary(language => language.Code, FormIn, StringComparer.Ordinal);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid pollId, CancellationToken ct)
    {
        if (await LoadAsync(pollId, ct) is { } refusal)
            return refusal;

        var written = Input.Where(pair => Language.Find(pair.Key) is { IsDutch: false } && !string.IsNullOrWhiteSpace(pair.Value.Question)).ToList();
        foreach (var (code, form) in written.Where(pair => pair.Value.Lines.Count != Poll.Rules.Options.Count))
            ModelState.AddModelError($"{nameof(Input)}[{code}].{nameof(form.Options)}", texts["Schrijf {0} keuzes op, elk op een eigen regel.", Poll.Rules.Options.Count]);
        if (!ModelState.IsValid)
            return Page();

        var translations = written.ToDictionary(pair => pair.Key, pair => pair.Value.ToTranslation(Source ?? ""), StringComparer.Ordinal);
        if (await polls.TranslateAsync(pollId, translations, ct))
            return new SeeOther($"/beheer/bijeenkomsten/{Poll.MeetingId}");

        Message = texts["De stemming is al begonnen. De vraag ligt nu vast."];
        return Page();
    }

    /// <summary>What was written before; else only the options that a method has itself.</summary>
    private TranslationForm FormIn(Language language)
    {
        if (Poll.Translations.GetValueOrDefault(language.Code) is { } translation)
            return TranslationForm.Of(translation);

        language.Speak();
        var wording = PollWording.Of(Poll, texts);
        Language.Dutch.Speak();
        return new TranslationForm { Options = string.Equals(wording.OptionsLanguage, language.Code, StringComparison.Ordinal) ? string.Join('\n', wording.Options) : null };
    }

    private async Task<IActionResult?> LoadAsync(Guid pollId, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } poll || await meetings.FindAsync(poll.MeetingId, ct) is not { } meeting)
            return NotFound();

        Poll = poll;
        if (poll.Rules.State != PollState.Draft)
            Message = texts["De stemming is al begonnen. De vraag ligt nu vast."];
        return await RefuseAsync(meeting.TableId, ct);
    }
}
