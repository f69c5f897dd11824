using Microsoft.Extensions.Localization;
using Participatie.Core.Decisions;
using Participatie.Web.Shared;

namespace Participatie.Web.Decisions.Answers;

/// <summary>How an answer stands, in words.</summary>
public static class AnswerNames
{
    public static string Verdict(IStringLocalizer<Texts> texts, ResponseVerdict verdict) => verdict switch
    {
        ResponseVerdict.Adopted => texts["Overgenomen"],
        ResponseVerdict.PartlyAdopted => texts["Voor een deel overgenomen"],
        _ => texts["Niet overgenomen"],
    };

    /// <summary>Null when nobody has to answer.</summary>
    public static string? Standing(IStringLocalizer<Texts> texts, ResponseTerm term, DateOnly today) => term.On(today) switch
    {
        Core.Decisions.Standing.Awaited when term.DaysLeft(today) == 1 => texts["Vandaag moet het antwoord er zijn"],
        Core.Decisions.Standing.Awaited => texts["Wacht op antwoord, uiterlijk {0}", DutchTime.Date(term.Due!.Value)],
        Core.Decisions.Standing.Overdue or Core.Decisions.Standing.Late when term.DaysLate(today) == 1 => texts["1 dag te laat"],
        Core.Decisions.Standing.Overdue or Core.Decisions.Standing.Late => texts["{0} dagen te laat", term.DaysLate(today)],
        Core.Decisions.Standing.InTime => texts["Op tijd beantwoord"].Value,
        _ => null,
    };

    /// <summary>The class that gives it its colour; null for none.</summary>
    public static string? Tone(ResponseTerm term, DateOnly today) =>
        term.On(today) is Core.Decisions.Standing.Overdue or Core.Decisions.Standing.Late ? "late" : null;
}
