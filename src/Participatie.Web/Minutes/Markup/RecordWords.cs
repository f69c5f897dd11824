using Microsoft.Extensions.Localization;
using Participatie.Core.Decisions;
using Participatie.Web.Decisions;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes.Markup;

/// <summary>The words of the blocks in minutes: those that a writer types and those that a reader sees.</summary>
public sealed class RecordWords(IStringLocalizer<Texts> texts)
{
    public const string Decision = "besluit";
    public const string Advice = "advies";
    public const string Action = "actie";

    public const string Poll = "Stemming";
    public const string Addressee = "Aan";
    public const string RespondBy = "Antwoord uiterlijk";
    public const string Mandate = "Mandaat";
    public const string Themes = "Thema";
    public const string Who = "Wie";
    public const string Due = "Klaar op";

    public static IReadOnlyList<string> Blocks { get; } = [Decision, Advice, Action];

    public static IReadOnlyList<string> OfDecision { get; } = [Poll, Addressee, RespondBy, Mandate, Themes];

    public static IReadOnlyList<string> OfAction { get; } = [Who, Due];

    public static IReadOnlyDictionary<string, Mandate> Mandates { get; } = new Dictionary<string, Mandate>(StringComparer.OrdinalIgnoreCase)
    {
        ["informeren"] = Core.Decisions.Mandate.Inform,
        ["raadplegen"] = Core.Decisions.Mandate.Consult,
        ["adviseren"] = Core.Decisions.Mandate.Advise,
        ["meebeslissen"] = Core.Decisions.Mandate.CoDecide,
    };

    /// <summary>What a writer types for a mandate.</summary>
    public static string Typed(Mandate mandate) => Mandates.First(pair => pair.Value == mandate).Key;

    /// <summary>What a reader sees above a record.</summary>
    public string Heading(MinutesRecord record) => record switch
    {
        DecisionRecord { IsAdvice: true } => texts["Advies {0}", record.Number],
        DecisionRecord => texts["Besluit {0}", record.Number],
        _ => texts["Actiepunt {0}", record.Number].Value,
    };

    /// <summary>What a reader sees beneath it: names and values.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts(MinutesRecord record) => record switch
    {
        DecisionRecord decision =>
        [
            .. Fact(texts["Voor wie"], decision.Addressee),
            .. Fact(texts["Antwoord uiterlijk op"], Day(decision.RespondBy)),
            .. Fact(texts["Rol van de tafel"], decision.Mandate is { } mandate ? DecisionNames.Mandate(texts, mandate) : null),
            .. Fact(texts["Thema"], decision.Themes.Count == 0 ? null : string.Join(", ", decision.Themes)),
        ],
        ActionRecord action => [(texts["Wie"], action.Who), .. Fact(texts["Klaar op"], Day(action.Due))],
        _ => [],
    };

    private static (string, string)[] Fact(string name, string? value) => value is null ? [] : [(name, value)];

    private static string? Day(DateOnly? day) => day is { } known ? DutchTime.Date(known) : null;
}
