using Microsoft.Extensions.Localization;
using Participatie.Core.Decisions;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Meetings.Floor;
using Participatie.Web.Meetings.Guests;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Minutes.Notes;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes;

/// <summary>What stands above the minutes, and what is usual for the decisions in them.</summary>
/// <param name="Addressee">Who answers this table; null when nobody does yet.</param>
/// <param name="ResponseDays">How long an answer may take.</param>
public sealed record MinutesHeading(
    string Table, string Title, string Place, DateTimeOffset StartsAt, string? Addressee = null, int ResponseDays = 42, Mandate Mandate = Mandate.Advise);

/// <summary>
/// Writes the first version of the minutes from the log of a meeting: who, when, what was asked and what came of it,
/// never which participant. No line begins with what people typed, so escaping what matters inside a line is enough.
/// </summary>
public sealed class MinutesDraft(IStringLocalizer<Texts> texts)
{
    public string Write(MinutesHeading heading, IReadOnlyList<Event> events, IReadOnlyList<NoteRow> notes)
    {
        var story = MeetingStory.Of(events);
        var noted = notes.ToLookup(note => note.ItemId);
        string[] lines =
        [
            .. Heading(heading, story),
            .. Opening(story.Opened),
            .. story.Items.SelectMany(item => Item(item, noted[item.Id], heading)),
            .. Closing(story.Closed),
        ];
        return string.Join("\n\n", lines) + "\n";
    }

    private IEnumerable<string> Heading(MinutesHeading heading, MeetingStory story) =>
    [
        $"# {texts["Verslag: {0}", MarkdownText.Escape(heading.Title)]}",
        string.Join(
            '\n',
            [
                $"- {texts["Tafel: {0}", MarkdownText.Escape(heading.Table)]}",
                $"- {texts["Datum: {0}", DutchTime.Moment(heading.StartsAt)]}",
                $"- {texts["Plaats: {0}", MarkdownText.Escape(heading.Place)]}",
                .. People(story),
            ]),
    ];

    private IEnumerable<string> People(MeetingStory story)
    {
        if (story.Floor.Attendance is { } counted)
            yield return $"- {texts["Aan tafel: {0}", FloorNames.Attendance(texts, counted)]}";
        if (FloorNames.Time(texts, story.SpeakingTime) is { } time)
            yield return $"- {texts["Aan het woord: {0}", time]}";
    }

    private IEnumerable<string> Opening(Event? opened) => opened is null
        ? [texts["De bijeenkomst is nog niet begonnen."]]
        : [texts["Om {0} opende {1} de bijeenkomst.", DutchTime.Clock(opened.RecordedAt), MarkdownText.Escape(opened.Actor)]];

    private IEnumerable<string> Closing(Event? closed) => closed is null
        ? []
        :
        [
            $"## {texts["Sluiting"]}",
            texts["Om {0} sloot {1} de bijeenkomst.", DutchTime.Clock(closed.RecordedAt), MarkdownText.Escape(closed.Actor)],
        ];

    /// <summary>What was jotted down is Markdown already, of the hand that goes on writing this text.</summary>
    private IEnumerable<string> Item(ItemStory item, IEnumerable<NoteRow> notes, MinutesHeading heading) =>
    [
        $"## {(item.Title is { } title ? MarkdownText.Escape(title) : texts["Andere vragen"])}",
        .. item.StartedAt.Take(1).Select(at => texts["Begonnen om {0}.", DutchTime.Clock(at)].Value),
        .. item.StartedAt.Skip(1).Select(at => texts["Weer opgepakt om {0}.", DutchTime.Clock(at)].Value),
        .. GuestNames.Line(texts, [.. item.Guests.Select(MarkdownText.Escape)]) is { } guests ? [$"{guests}."] : Array.Empty<string>(),
        .. notes.Select(note => note.Text.Trim()),
        .. item.Polls.SelectMany(poll => Poll(poll, heading)),
    ];

    private static IEnumerable<string> Poll(PollStory poll, MinutesHeading heading) =>
    [
        $"[[uitslag {poll.Number}]]",
        .. poll is { Withdrawal: null, Rules.Binding: true, Released.Result: Result.Adopted or Result.Chosen or Result.Consented or Result.Rejected }
            ? [Decision(poll, heading)]
            : Array.Empty<string>(),
    ];

    /// <summary>Rejected is decided too, but there is nothing to answer.</summary>
    private static string Decision(PollStory poll, MinutesHeading heading)
    {
        var word = heading.Mandate == Mandate.CoDecide ? RecordWords.Decision : RecordWords.Advice;
        string[] answer = poll.Released!.Result == Result.Rejected || heading.Addressee is not { } addressee
            ? []
            :
            [
                $"{RecordWords.Addressee}: {OneLine(addressee)}",
                $"{RecordWords.RespondBy}: {DutchTime.Date(DutchTime.Today(heading.StartsAt).AddDays(heading.ResponseDays))}",
                $"{RecordWords.Mandate}: {RecordWords.Typed(heading.Mandate)}",
            ];
        return string.Join(
            '\n',
            [$"::: {word}", $"{RecordWords.Poll}: {poll.Number}", .. answer, $"{RecordWords.Themes}:", "", MarkdownText.Escape(poll.Rules.Question), ":::"]);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
