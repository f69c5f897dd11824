using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Participatie.Core.Decisions;
using Participatie.Web.Decisions;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes.Markup;

/// <summary>
/// Reads decisions and action items out of the tree of a text, and says what is wrong with them, with the line. A block
/// that it understood knows its meaning afterwards.
/// </summary>
public sealed class RecordReader(IStringLocalizer<Texts> texts, IOptions<DecisionsOptions> options)
{
    private static readonly string[] Dates = ["yyyy-M-d", "d-M-yyyy", "d/M/yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd d MMMM yyyy"];

    /// <summary>Reads a tree.</summary>
    /// <param name="source">The text that the tree was made of.</param>
    /// <param name="polls">The polls of the meeting, in the order in which they were opened.</param>
    public MinutesRecords Read(MarkdownDocument document, string source, IReadOnlyList<PollStory> polls)
    {
        var (decisions, actions, mistakes) = (new List<DecisionRecord>(), new List<ActionRecord>(), new List<Mistake>());
        foreach (var block in document.Descendants<RecordBlock>())
        {
            var found = mistakes.Count;
            void Complain(int line, string sentence) => mistakes.Add(new Mistake(line + 1, sentence));

            if (!block.IsEnded)
                Complain(block.Line, texts["Dit blok heeft geen einde. Zet ::: op een eigen regel onder de tekst."]);
            var meaning = Read(block, source, polls, decisions, actions.Count + 1, Complain);
            if (mistakes.Count > found || meaning is null)
                continue;

            block.Meaning = meaning;
            if (meaning is DecisionRecord decision)
                decisions.Add(decision);
            else if (meaning is ActionRecord action)
                actions.Add(action);
        }

        foreach (var result in document.Descendants<ResultBlock>().Where(result => result.Number < 1 || result.Number > polls.Count))
            mistakes.Add(new Mistake(result.Line + 1, NoSuchPoll(result.Number, polls.Count)));
        return new MinutesRecords(decisions, actions, [.. mistakes.OrderBy(mistake => mistake.Line)]);
    }

    private MinutesRecord? Read(
        RecordBlock block, string source, IReadOnlyList<PollStory> polls, List<DecisionRecord> earlier, int nextAction, Action<int, string> complain)
    {
        var word = block.Word.ToLowerInvariant();
        if (!RecordWords.Blocks.Contains(word, StringComparer.Ordinal))
        {
            complain(block.Line, texts["‘{0}’ kennen we niet. Kies uit: {1}.", block.Word, string.Join(", ", RecordWords.Blocks)]);
            return null;
        }

        var isAction = string.Equals(word, RecordWords.Action, StringComparison.Ordinal);
        var fields = Fields(block, isAction ? RecordWords.OfAction : RecordWords.OfDecision, complain);
        if (TextOf(block) is not { Length: > 0 } text)
        {
            complain(block.Line, isAction
                ? texts["Schrijf op wat er moet gebeuren, in een alinea onder de regels met ‘Wie’ en ‘Klaar op’."]
                : texts["Schrijf op wat er besloten is, in een alinea in dit blok."]);
            return null;
        }

        return isAction
            ? ReadAction(block, fields, text, nextAction, complain)
            : ReadDecision(fields, text, ReasonsOf(block, source), string.Equals(word, RecordWords.Advice, StringComparison.Ordinal), polls, earlier, complain);
    }

    private ActionRecord ReadAction(RecordBlock block, Dictionary<string, RecordField> fields, string text, int number, Action<int, string> complain)
    {
        if (fields.GetValueOrDefault(RecordWords.Who) is not { Value.Length: > 0 } who)
        {
            complain(block.Line, texts["Schrijf op wie het doet. Zet bovenaan in het blok een regel zoals ‘Wie: de gemeente’."]);
            who = new RecordField(RecordWords.Who, "", block.Line);
        }

        return new ActionRecord(number, text, who.Value, Day(fields.GetValueOrDefault(RecordWords.Due), complain));
    }

    private DecisionRecord ReadDecision(
        Dictionary<string, RecordField> fields, string text, string reasons, bool advice,
        IReadOnlyList<PollStory> polls, List<DecisionRecord> earlier, Action<int, string> complain) => new(
        earlier.Count + 1,
        text,
        reasons,
        advice,
        Poll(fields.GetValueOrDefault(RecordWords.Poll), polls, earlier, complain),
        fields.GetValueOrDefault(RecordWords.Addressee) is { Value.Length: > 0 } addressee ? addressee.Value : null,
        Day(fields.GetValueOrDefault(RecordWords.RespondBy), complain),
        MandateOf(fields.GetValueOrDefault(RecordWords.Mandate), complain),
        Themes(fields.GetValueOrDefault(RecordWords.Themes), complain));

    private Dictionary<string, RecordField> Fields(RecordBlock block, IReadOnlyList<string> known, Action<int, string> complain)
    {
        var fields = new Dictionary<string, RecordField>(StringComparer.Ordinal);
        foreach (var field in block.Fields)
        {
            if (Known(field.Name, known) is not { } name)
                complain(field.Line, texts["‘{0}’ kennen we hier niet. Kies uit: {1}. Is het gewone tekst? Zet er dan een lege regel boven.", field.Name, string.Join(", ", known)]);
            else if (!fields.TryAdd(name, field))
                complain(field.Line, texts["‘{0}’ staat twee keer in dit blok. Haal er één weg.", name]);
        }

        return fields;
    }

    /// <summary>People write Thema's and thema.</summary>
    private static string? Known(string typed, IReadOnlyList<string> known) => known.FirstOrDefault(name =>
        string.Equals(typed, name, StringComparison.OrdinalIgnoreCase)
        || typed is ['t' or 'T', ..] && string.Equals(typed.Replace('’', '\''), $"{name}'s", StringComparison.OrdinalIgnoreCase));

    private int? Poll(RecordField? field, IReadOnlyList<PollStory> polls, List<DecisionRecord> earlier, Action<int, string> complain)
    {
        if (field is null or { Value.Length: 0 })
            return null;

        if (!int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > polls.Count)
            complain(field.Line, NoSuchPoll(field.Value, polls.Count));
        else if (polls[number - 1].Released is null)
            complain(field.Line, texts["De uitslag van stemming {0} is nog niet vrijgegeven. Doe dat eerst op het scherm van de begeleider.", number]);
        else if (earlier.Exists(decision => decision.Poll == number))
            complain(field.Line, texts["Bij stemming {0} staat hierboven al een besluit.", number]);
        return number;
    }

    private string NoSuchPoll(object number, int polls) => polls switch
    {
        0 => texts["In deze bijeenkomst is niet gestemd. Haal ‘{0}’ weg.", number],
        1 => texts["Stemming ‘{0}’ is er niet. Er is maar één stemming: nummer 1.", number],
        _ => texts["Stemming ‘{0}’ is er niet. Kies een nummer van 1 tot en met {1}.", number, polls],
    };

    private DateOnly? Day(RecordField? field, Action<int, string> complain)
    {
        if (field is null or { Value.Length: 0 })
            return null;
        if (DateOnly.TryParseExact(field.Value, Dates, DutchTime.Dutch, DateTimeStyles.None, out var day))
            return day;

        complain(field.Line, texts["‘{0}’ is geen datum die we begrijpen. Schrijf bijvoorbeeld 24 november 2026 of 24-11-2026.", field.Value]);
        return null;
    }

    private Mandate? MandateOf(RecordField? field, Action<int, string> complain)
    {
        if (field is null or { Value.Length: 0 })
            return null;
        if (RecordWords.Mandates.TryGetValue(field.Value, out var mandate))
            return mandate;

        complain(field.Line, texts["‘{0}’ is geen mandaat. Kies uit: {1}.", field.Value, string.Join(", ", RecordWords.Mandates.Keys)]);
        return null;
    }

    private List<string> Themes(RecordField? field, Action<int, string> complain)
    {
        var themes = new List<string>();
        foreach (var typed in (field?.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (options.Value.ThemeNames.FirstOrDefault(theme => string.Equals(theme, typed, StringComparison.OrdinalIgnoreCase)) is not { } known)
                complain(field!.Line, texts["Het thema ‘{0}’ kennen we niet. Kies uit: {1}.", typed, string.Join(", ", options.Value.ThemeNames)]);
            else if (!themes.Contains(known, StringComparer.Ordinal))
                themes.Add(known);
        }

        return themes;
    }

    /// <summary>The first paragraph, without marks.</summary>
    private static string TextOf(RecordBlock block) => block.FirstOrDefault() is ParagraphBlock { Inline: { } inline }
        ? string.Concat(inline.Descendants().Select(piece => piece switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            AutolinkInline link => link.Url,
            _ => "",
        })).Trim()
        : "";

    /// <summary>All that comes after the first paragraph, as it was typed.</summary>
    private static string ReasonsOf(RecordBlock block, string source) =>
        block.Count < 2 ? "" : source[block[1].Span.Start..(block[^1].Span.End + 1)].Trim();
}
