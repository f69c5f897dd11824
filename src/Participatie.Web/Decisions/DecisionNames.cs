using Microsoft.Extensions.Localization;
using Participatie.Core.Decisions;
using Participatie.Core.Polls;
using Participatie.Web.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Decisions;

/// <summary>A decision's result in a word or two, and the class that gives it its colour.</summary>
public static class DecisionNames
{
    public static string Result(IStringLocalizer<Texts> texts, string? result) => Parse(result) switch
    {
        null => texts["Besloten zonder stemming"],
        Core.Polls.Result.Adopted => texts["Aangenomen"],
        Core.Polls.Result.Rejected => texts["Afgewezen"],
        Core.Polls.Result.Chosen => texts["Gekozen"],
        Core.Polls.Result.Tie => texts["Gelijk, niets besloten"],
        Core.Polls.Result.NoQuorum => texts["Te weinig stemmen, niets besloten"],
        Core.Polls.Result.NoMajority => texts["Geen meerderheid, niets besloten"],
        Core.Polls.Result.Rated => texts["Cijfers gegeven"],
        Core.Polls.Result.Consented => texts["Aangenomen, niemand heeft bezwaar"],
        Core.Polls.Result.Objected => texts["Bezwaar, nog niets besloten"],
        _ => texts["Geen stemmen, niets besloten"],
    };

    public static string? Tone(string? result) => Parse(result) is { } known ? OutcomeTone.Of(known, binding: true) : null;

    private static Result? Parse(string? result) => result is null ? null : Enum.Parse<Result>(result, ignoreCase: true);

    /// <summary>How far the say of a table goes, in a sentence.</summary>
    public static string Mandate(IStringLocalizer<Texts> texts, Mandate mandate) => mandate switch
    {
        Core.Decisions.Mandate.Inform => texts["De tafel wordt geïnformeerd."],
        Core.Decisions.Mandate.Consult => texts["De tafel zegt wat ze vindt."],
        Core.Decisions.Mandate.Advise => texts["De tafel geeft advies. Wie het anders doet, zegt waarom."],
        _ => texts["De tafel beslist mee."].Value,
    };
}
