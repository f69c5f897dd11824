using Microsoft.Extensions.Localization;
using Participatie.Core.Minutes;
using Participatie.Web.Shared;

namespace Participatie.Web.Minutes.Adopting;

/// <summary>The steps of minutes, in words for people.</summary>
internal static class AdoptionNames
{
    public static string State(IStringLocalizer<Texts> texts, MinutesState state) => state switch
    {
        MinutesState.Draft => texts["Klad"],
        MinutesState.Concept => texts["Concept"],
        MinutesState.Adopted => texts["Vastgesteld"],
        _ => texts["Gepubliceerd"],
    };

    public static string Explanation(IStringLocalizer<Texts> texts, MinutesState state) => state switch
    {
        MinutesState.Draft => texts["Het verslag is een klad. Alleen jullie kunnen het lezen."],
        MinutesState.Concept => texts["Het verslag is een concept. Wie erbij was, kan het lezen en zeggen wat niet klopt."],
        MinutesState.Adopted => texts["De tafel heeft het verslag vastgesteld. De tekst verandert niet meer."],
        _ => texts["Het verslag is gepubliceerd. Iedereen kan het lezen."],
    };

    public static string Verdict(IStringLocalizer<Texts> texts, CorrectionVerdict verdict) => verdict switch
    {
        CorrectionVerdict.Accepted => texts["Overgenomen"],
        _ => texts["Niet overgenomen"],
    };
}
