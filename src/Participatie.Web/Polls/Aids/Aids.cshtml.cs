using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;
using Participatie.Web.Tables;

namespace Participatie.Web.Polls.Aids;

/// <summary>Words of a poll as somebody may speak them.</summary>
public sealed record SpokenWords(string Words, Language Language);

/// <summary>Where a facilitator brings a picture with an option, and recordings of what is asked, until the poll opens.</summary>
[Authorize] // before anything is read of so large a form
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class AidsModel(TableAccess access, MeetingStore meetings, PollStore polls, ChangeAids changeAids, IStringLocalizer<Texts> texts) : FacilitatorPage(access)
{
    /// <summary>More than may be kept, so that a photo as a phone takes it hears what is wrong.</summary>
    private const long LargestRequest = 20L * 1024 * 1024;

    /// <summary>The words that the picture or the recording goes with.</summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Alt { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [TempData]
    public string? Done { get; set; }

    public PollCard Poll { get; private set; } = null!;

    public string? Fault { get; private set; }

    public bool IsOpen => Poll.Rules.State == PollState.Draft;

    public static string AddressOf(Guid pollId) => $"/beheer/peilingen/{pollId}/plaatjes";

    /// <summary>The question and its options, in Dutch and then in every language in which somebody wrote them.</summary>
    public IReadOnlyList<SpokenWords> Spoken =>
    [
        .. WordsIn(Language.Dutch, Poll.Question, Poll.Rules.Options),
        .. Language.Others.SelectMany(language => Poll.TranslationIn(language) is { } written ? WordsIn(language, written.Question, written.Options) : []),
    ];

    public Task<IActionResult> OnGetAsync(Guid pollId, CancellationToken ct) => EnterAsync(pollId, () => Task.FromResult<IActionResult>(Page()), ct);

    public Task<IActionResult> OnPostShowAsync(Guid pollId, CancellationToken ct) => EnterAsync(
        pollId,
        async () => string.IsNullOrWhiteSpace(Alt) || Alt.Trim().Length > ChangeAids.LongestAlt
            ? Refuse(texts["Schrijf kort wat er op het plaatje te zien is. Wie het niet kan zien, hoort dat."])
            : Answer(await changeAids.ShowAsync(pollId, Words!, Alt.Trim(), await ReadAsync(ct), ct), texts["Het plaatje staat bij de keuze."], ChangeAids.LargestPicture),
        ct);

    public Task<IActionResult> OnPostSayAsync(Guid pollId, CancellationToken ct) => EnterAsync(
        pollId,
        async () => Answer(await changeAids.SayAsync(pollId, Words!, await ReadAsync(ct), ct), texts["De opname is bewaard."], ChangeAids.LargestRecording),
        ct);

    public Task<IActionResult> OnPostHideAsync(Guid pollId, CancellationToken ct) => EnterAsync(
        pollId, async () => Answer(await changeAids.HideAsync(pollId, Words!, ct), texts["Het plaatje is weg."], ChangeAids.LargestPicture), ct);

    public Task<IActionResult> OnPostSilenceAsync(Guid pollId, CancellationToken ct) => EnterAsync(
        pollId, async () => Answer(await changeAids.SilenceAsync(pollId, Words!, ct), texts["De opname is weg."], ChangeAids.LargestRecording), ct);

    private static IEnumerable<SpokenWords> WordsIn(Language language, string question, IEnumerable<string> options) =>
        options.Prepend(question).Select(words => new SpokenWords(words, language));

    private async Task<byte[]> ReadAsync(CancellationToken ct)
    {
        if (Upload is null)
            return [];

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, ct);
        return content.ToArray();
    }

    private IActionResult Answer(AidOutcome outcome, string praise, int largest)
    {
        if (outcome != AidOutcome.Done)
            return Refuse(Explain(outcome, largest));

        Done = praise;
        return new SeeOther(AddressOf(Poll.Id));
    }

    private string Explain(AidOutcome outcome, int largest) => outcome switch
    {
        AidOutcome.Empty => texts["Kies eerst een bestand."],
        AidOutcome.TooLarge => texts["Het bestand is te groot: hoogstens {0} kB. Anders wacht een telefoon te lang.", largest / 1024],
        AidOutcome.WrongKind => largest == ChangeAids.LargestPicture
            ? texts["Dit is geen plaatje dat elke telefoon kan laten zien. Kies een PNG, JPG of WebP."]
            : texts["Dit is geen geluid dat elke telefoon kan afspelen. Kies een MP3, M4A, OGG of WAV."],
        _ => texts["De stemming is al begonnen. De vraag ligt nu vast."],
    };

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        return Page();
    }

    private async Task<IActionResult> EnterAsync(Guid pollId, Func<Task<IActionResult>> act, CancellationToken ct)
    {
        if (await polls.FindAsync(pollId, ct) is not { } poll || await meetings.FindAsync(poll.MeetingId, ct) is not { } meeting)
            return NotFound();

        Poll = poll;
        if (await RefuseAsync(meeting.TableId, ct) is { } refusal)
            return refusal;
        return Words is null || Spoken.Any(spoken => string.Equals(spoken.Words, Words, StringComparison.Ordinal))
            ? await act()
            : Refuse(texts["De vraag is veranderd. Kies opnieuw waar dit bij hoort."]);
    }
}
