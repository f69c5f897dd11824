using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls;

/// <summary>
/// The verdict of a poll in a sentence: on the phone, the projector, in the minutes and on the decision's page the same.
/// An indicative poll decides nothing, so its sentence only says what most people want.
/// </summary>
public sealed class OutcomeSentence(IStringLocalizer<Texts> texts)
{
    public string Of(Outcome outcome, IReadOnlyList<string> options, bool binding) => (outcome.Needed, binding) switch
    {
        ({ } needed, true) => ForProposal(outcome, needed),
        (not null, false) => ForQuestion(outcome),
        (null, true) => ForOptions(outcome, options),
        (null, false) => ForWishes(outcome, options),
    };

    private string ForProposal(Outcome outcome, int needed)
    {
        var (yes, no) = (outcome.Tally.Counts[0], outcome.Tally.Counts[1]);
        return outcome.Result switch
        {
            Result.Adopted => Adopted(yes, yes + no),
            Result.Rejected => Rejected(yes, yes + no, needed),
            Result.Tie when yes == 1 => texts["Gelijk: 1 stem is voor en 1 stem is tegen. Er is niets besloten."],
            Result.Tie => texts["Gelijk: {0} stemmen zijn voor en {1} stemmen zijn tegen. Er is niets besloten.", yes, no],
            _ => NoVotes(outcome.Tally.Ballots),
        };
    }

    private string Adopted(int yes, int cast) => (yes, cast) switch
    {
        (_, 1) => texts["Aangenomen: de enige stem is voor."],
        _ when yes == cast => texts["Aangenomen: alle {0} stemmen zijn voor.", cast],
        _ => texts["Aangenomen: {0} van de {1} stemmen zijn voor.", yes, cast],
    };

    private string Rejected(int yes, int cast, int needed) => (yes, cast) switch
    {
        (_, 1) => texts["Afgewezen: de enige stem is tegen."],
        (0, _) => texts["Afgewezen: alle {0} stemmen zijn tegen.", cast],
        (1, _) => texts["Afgewezen: 1 van de {0} stemmen is voor. Nodig: {1}.", cast, needed],
        _ => texts["Afgewezen: {0} van de {1} stemmen zijn voor. Nodig: {2}.", yes, cast, needed],
    };

    /// <summary>Which answer most people gave; the majority that a proposal would need plays no part.</summary>
    private string ForQuestion(Outcome outcome)
    {
        var (yes, no) = (outcome.Tally.Counts[0], outcome.Tally.Counts[1]);
        return (yes, no) switch
        {
            (0, 0) => NoOpinion(outcome.Tally.Ballots),
            (1, 0) => texts["De enige stem is ja."],
            (0, 1) => texts["De enige stem is nee."],
            (_, 0) => texts["Alle {0} stemmen zijn ja.", yes],
            (0, _) => texts["Alle {0} stemmen zijn nee.", no],
            (1, 1) => texts["Gelijk: 1 persoon zegt ja en 1 persoon zegt nee."],
            _ when yes == no => texts["Gelijk: {0} mensen zeggen ja en {1} mensen zeggen nee.", yes, no],
            _ when yes > no => texts["De meeste mensen zeggen ja: {0} van de {1}.", yes, yes + no],
            _ => texts["De meeste mensen zeggen nee: {0} van de {1}.", no, yes + no],
        };
    }

    private string ForOptions(Outcome outcome, IReadOnlyList<string> options)
    {
        var (names, votes) = Winners(outcome, options);
        return outcome.Result switch
        {
            Result.Chosen when votes == 1 => texts["Gekozen: {0}, met 1 stem.", names[0]],
            Result.Chosen => texts["Gekozen: {0}, met {1} stemmen.", names[0], votes],
            Result.Tie when votes == 1 => texts["Gelijk: {0} kregen elk 1 stem. Er is niets besloten.", Listed(names)],
            Result.Tie => texts["Gelijk: {0} kregen elk {1} stemmen. Er is niets besloten.", Listed(names), votes],
            _ => NoVotes(outcome.Tally.Ballots),
        };
    }

    private string ForWishes(Outcome outcome, IReadOnlyList<string> options)
    {
        var (names, votes) = Winners(outcome, options);
        return outcome.Result switch
        {
            Result.Chosen when votes == 1 => texts["Het vaakst gekozen: {0}, met 1 stem.", names[0]],
            Result.Chosen => texts["Het vaakst gekozen: {0}, met {1} stemmen.", names[0], votes],
            Result.Tie when votes == 1 => texts["Gelijk: {0} kregen elk 1 stem.", Listed(names)],
            Result.Tie => texts["Gelijk: {0} kregen elk {1} stemmen.", Listed(names), votes],
            _ => NoOpinion(outcome.Tally.Ballots),
        };
    }

    private (List<string> Names, int Votes) Winners(Outcome outcome, IReadOnlyList<string> options) =>
    (
        [.. outcome.Winners.Select(winner => texts["‘{0}’", options[winner]].Value)],
        outcome.Winners.Count == 0 ? 0 : outcome.Tally.Counts[outcome.Winners[0]]
    );

    private string NoVotes(int ballots) => ballots switch
    {
        0 => texts["Niemand heeft gestemd. Er is niets besloten."],
        1 => texts["De enige stemmer koos niet voor of tegen. Er is niets besloten."],
        _ => texts["Niemand stemde voor of tegen. Er is niets besloten."],
    };

    private string NoOpinion(int ballots) => ballots switch
    {
        0 => texts["Niemand heeft gestemd."],
        _ => texts["Niemand zegt ja of nee."],
    };

    private string Listed(List<string> names) => texts["{0} en {1}", string.Join(", ", names[..^1]), names[^1]];
}
