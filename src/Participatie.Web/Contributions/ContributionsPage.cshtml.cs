using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Joining;
using Participatie.Web.Shared;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Contributions;

/// <summary>Where residents ask, propose topics and support what others brought in.</summary>
[ForResidents]
public sealed class ContributionsPageModel(
    MeetingRooms rooms, ParticipantCookie cookie, ContributionStore store, SendContribution send, SupportContribution support, IStringLocalizer<Texts> texts)
    : PageModel
{
    public MeetingView Meeting { get; private set; } = null!;

    public ContributionKind Kind { get; private set; }

    /// <summary>What this person sent and not everybody reads.</summary>
    public IReadOnlyList<Contribution> Own { get; private set; } = [];

    /// <summary>What everybody reads.</summary>
    public IReadOnlyList<Contribution> Others { get; private set; } = [];

    public IReadOnlySet<Guid> Supported { get; private set; } = new HashSet<Guid>();

    public string? Typed { get; private set; }

    public string? Message { get; private set; }

    private Guid participant;

    public async Task<IActionResult> OnGetAsync(string code, string what, CancellationToken ct) => await ShowAsync(code, what, ct);

    public async Task<IActionResult> OnPostAsync(string code, string what, [FromForm(Name = "tekst")] string? text, CancellationToken ct)
    {
        if (!await EnterAsync(code, what))
            return Unknown();

        var outcome = await send.RunAsync(Meeting, participant, Kind, text, ct);
        if (outcome == SendOutcome.Sent)
            return Again();

        Typed = text;
        Message = Explain(outcome);
        return await ShowAsync(code, what, ct);
    }

    public async Task<IActionResult> OnPostSupportAsync(
        string code, string what, [FromForm(Name = "inbreng")] Guid id, [FromForm(Name = "steun")] bool supports, CancellationToken ct)
    {
        if (!await EnterAsync(code, what))
            return Unknown();

        await support.RunAsync(Meeting.Id, id, participant, supports, ct);
        return Again();
    }

    /// <summary>What became of it, in a sentence.</summary>
    public string StateOf(Contribution one) => one switch
    {
        { State: ContributionState.Waiting } => texts["De begeleider heeft dit nog niet gelezen."],
        { State: ContributionState.Shown } => texts["Iedereen kan dit nu lezen."],
        { State: ContributionState.Declined, IsPublic: true, Kind: ContributionKind.Topic } => texts["Dit komt niet op de agenda. De reden: {0}", one.Reply!],
        { State: ContributionState.Declined } => texts["De begeleider laat dit niet zien. De reden: {0}", one.Reply!],
        { Reply: { } reply } => texts["Het antwoord: {0}", reply],
        { Kind: ContributionKind.Topic } => texts["Dit komt op de agenda."],
        _ => texts["Beantwoord in de zaal."].Value,
    };

    private string Explain(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Empty => texts["Schrijf eerst iets op."],
        SendOutcome.TooLong => texts["Dit is te lang. Gebruik hoogstens {0} letters.", SendContribution.Longest],
        SendOutcome.TooMany => texts["Je stuurde er genoeg. Wacht tot de begeleider ze heeft gelezen."],
        _ => texts["Nu kan dat niet. De bijeenkomst is niet open."].Value,
    };

    private async Task<IActionResult> ShowAsync(string code, string what, CancellationToken ct)
    {
        if (!await EnterAsync(code, what))
            return Unknown();

        var all = Kind == ContributionKind.Question ? await store.QuestionsAsync(Meeting.Id, ct) : await store.TopicsAsync(Meeting.TableId, Meeting.Id, ct);
        Own = [.. all.Where(one => one.Author == participant && !one.IsPublic)];
        Others = [.. all.Where(one => one.IsPublic)];
        Supported = await store.SupportedByAsync(participant, ct);
        return Page();
    }

    /// <summary>Knows a phone in this meeting; for a topic, at this table, where its support counts once.</summary>
    private async Task<bool> EnterAsync(string code, string what)
    {
        if (await rooms.FindAsync(code) is not { Snapshot.Meeting: var meeting })
            return false;

        Meeting = meeting;
        Kind = string.Equals(what, "onderwerpen", StringComparison.OrdinalIgnoreCase) ? ContributionKind.Topic : ContributionKind.Question;
        participant = cookie.Ensure(HttpContext, Kind == ContributionKind.Topic ? meeting.TableId : meeting.Id);
        return true;
    }

    private SeeOther Again() => new(Request.Path.Value!);

    private static SeeOther Unknown() => new($"/meedoen?{EnterModel.UnknownCode}=true");
}
