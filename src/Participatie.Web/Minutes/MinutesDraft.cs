using System.Globalization;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Showing;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes;

/// <summary>What stands above the minutes.</summary>
public sealed record MinutesHeading(string Table, string Title, string Place, DateTimeOffset StartsAt);

/// <summary>
/// Writes the first version of the minutes from the log of a meeting: who, when, what was asked and what came of it,
/// never which participant. No line begins with what people typed, so escaping what matters inside a line is enough.
/// </summary>
public sealed class MinutesDraft(IStringLocalizer<Texts> texts, OutcomeSentence sentence, ResultTables tables, ChannelSentence doors)
{
    public string Write(MinutesHeading heading, IReadOnlyList<Event> events)
    {
        var story = MeetingStory.Of(events);
        string[] lines =
        [
            .. Heading(heading),
            .. Opening(story.Opened),
            .. story.Items.SelectMany(Item),
            .. Closing(story.Closed),
        ];
        return string.Join("\n\n", lines) + "\n";
    }

    private IEnumerable<string> Heading(MinutesHeading heading) =>
    [
        $"# {texts["Verslag: {0}", MarkdownText.Escape(heading.Title)]}",
        string.Join(
            '\n',
            $"- {texts["Tafel: {0}", MarkdownText.Escape(heading.Table)]}",
            $"- {texts["Datum: {0}", DutchTime.Moment(heading.StartsAt)]}",
            $"- {texts["Plaats: {0}", MarkdownText.Escape(heading.Place)]}"),
    ];

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

    private IEnumerable<string> Item(ItemStory item) =>
    [
        $"## {(item.Title is { } title ? MarkdownText.Escape(title) : texts["Andere vragen"])}",
        .. item.StartedAt.Take(1).Select(at => texts["Begonnen om {0}.", DutchTime.Clock(at)].Value),
        .. item.StartedAt.Skip(1).Select(at => texts["Weer opgepakt om {0}.", DutchTime.Clock(at)].Value),
        .. item.Polls.SelectMany(Poll),
    ];

    private IEnumerable<string> Poll(PollStory poll) =>
    [
        $"### {Question(poll.Rules)}",
        Kind(poll.Rules),
        Times(poll),
        .. poll switch
        {
            { Withdrawal: { } reason } => [texts["Ingetrokken. Reden: {0}", MarkdownText.Escape(reason)].Value],
            { Released: { } outcome } => Result(poll.Rules, outcome).Concat(poll.Lots.Select(lot => Lot(poll.Rules, lot))),
            _ => [texts["De uitslag is nog niet bekendgemaakt."].Value],
        },
    ];

    private string Question(PollDeed rules) => rules.Binding
        ? texts["Stemming: {0}", MarkdownText.Escape(rules.Question)]
        : texts["Peiling: {0}", MarkdownText.Escape(rules.Question)];

    private string Kind(PollDeed rules) => (rules.Binding, rules.Secret) switch
    {
        (true, true) => texts["De stemming was geheim."],
        (true, false) => texts["De stemming was openbaar."],
        (false, true) => texts["De peiling was geheim. Een peiling is geen besluit."],
        (false, false) => texts["De peiling was openbaar. Een peiling is geen besluit."],
    };

    private string Times(PollStory poll) => (poll.OpenedAt, poll.ClosedAt) switch
    {
        ({ } opened, { } closed) => texts["Open van {0} tot {1}.", DutchTime.Clock(opened), DutchTime.Clock(closed)],
        ({ } opened, null) => texts["Open sinds {0}, en nog niet gesloten.", DutchTime.Clock(opened)],
        (null, { } closed) => texts["Gesloten om {0}.", DutchTime.Clock(closed)],
        (null, null) => texts["Niet geopend."],
    };

    private IEnumerable<string> Result(PollDeed rules, Outcome outcome)
    {
        var options = rules.Options.Select(MarkdownText.Escape).ToList();
        var counts = rules.Options.Zip(outcome.Tally.Counts, (option, count) => (IReadOnlyList<string>)[option, count.ToString(CultureInfo.CurrentCulture)]).ToList();
        return
        [
            .. outcome.CountsHidden ? Array.Empty<string>() : [Table([texts["Keuze"], texts["Stemmen"]], counts)],
            .. tables.Of(outcome, rules.Options).SelectMany<ResultTable, string>(table => [table.Caption, Table(table.Columns, table.Rows)]),
            string.Join(' ', new[] { Turnout(outcome.Tally.Ballots), doors.Of(outcome) }.OfType<string>()),
            $"**{sentence.Of(outcome, rules.Method, options, rules.Binding)}**",
        ];
    }

    private static string Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows) =>
        string.Join('\n', [Row(columns), $"| --- |{string.Concat(Enumerable.Repeat(" ---: |", columns.Count - 1))}", .. rows.Select(Row)]);

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(MarkdownText.Escape))} |";

    private string Lot(PollDeed rules, LotDeed lot) => texts[
        "Het was gelijk tussen {0}. De computer lootte: {1}.",
        string.Join(", ", lot.Tied.Select(option => MarkdownText.Escape(rules.Options[option]))),
        MarkdownText.Escape(rules.Options[lot.Drawn])];

    private string Turnout(int ballots) => ballots switch
    {
        1 => texts["Er is 1 stembiljet geteld."],
        _ => texts["Er zijn {0} stembiljetten geteld.", ballots],
    };
}
