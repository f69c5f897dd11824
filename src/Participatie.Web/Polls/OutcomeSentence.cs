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
    /// <summary>The verdict in a sentence.</summary>
    /// <param name="method">The name of the counting method.</param>
    public string Of(Outcome outcome, string method, IReadOnlyList<string> options, bool binding) => outcome switch
    {
        { Result: Result.NoQuorum } => NoQuorum(outcome, binding),
        { CountsHidden: true, Lots.Count: > 0 } => $"{Hidden(outcome, options, binding)} {texts["Dat is na loting."]} {Few}",
        { CountsHidden: true } => $"{Hidden(outcome, options, binding)} {Few}",
        { Needed: { } needed, Result: Result.Adopted or Result.Rejected or Result.Tie or Result.NoVotes } =>
            binding ? ForProposal(outcome, needed) : ForQuestion(outcome),
        { Result: Result.Rated } => Rated(outcome),
        { Result: Result.Consented or Result.Objected } => ForConsent(outcome, binding),
        _ => ForOptions(outcome, method, options, binding),
    };

    private string Few => texts["Er stemden weinig mensen. Daarom laten we geen aantallen zien."];

    private string NoQuorum(Outcome outcome, bool binding) => binding
        ? texts["Te weinig stemmen: {0} van de {1} die nodig zijn. Er is niets besloten.", outcome.Tally.Ballots, outcome.Quorum!.Value]
        : texts["Te weinig stemmen: {0} van de {1} die nodig zijn.", outcome.Tally.Ballots, outcome.Quorum!.Value];

    /// <summary>The verdict without a number.</summary>
    private string Hidden(Outcome outcome, IReadOnlyList<string> options, bool binding) => (outcome.Result, binding) switch
    {
        (Result.Adopted, true) => texts["Aangenomen."],
        (Result.Rejected, true) => texts["Afgewezen."],
        (Result.Adopted, false) => texts["De meeste mensen zeggen ja."],
        (Result.Rejected, false) => texts["De meeste mensen zeggen nee."],
        (Result.Chosen, true) => texts["Gekozen: {0}.", Names(outcome.Winners, options)],
        (Result.Chosen, false) => texts["De meeste mensen willen: {0}.", Names(outcome.Winners, options)],
        (Result.Tie, _) => texts["Gelijk: {0}.", Names(outcome.Tied, options)],
        (Result.NoMajority, _) => texts["Geen keuze kreeg genoeg stemmen."],
        (Result.Consented, _) => texts["Niemand heeft bezwaar."],
        (Result.Objected, _) => texts["Er is bezwaar. Dat horen we eerst."],
        (Result.Rated, _) => texts["Er zijn cijfers gegeven."],
        _ => texts["Niemand koos voor of tegen."].Value,
    };

    private string ForProposal(Outcome outcome, int needed)
    {
        var (yes, no) = (outcome.Tally.Counts[0], outcome.Tally.Counts[1]);
        return outcome.Result switch
        {
            Result.Adopted when outcome.Lots.Count > 0 => texts["Gelijk, {0} voor en {1} tegen. Na loting: aangenomen.", yes, no],
            Result.Rejected when outcome.Lots.Count > 0 => texts["Gelijk, {0} voor en {1} tegen. Na loting: afgewezen.", yes, no],
            Result.Adopted => Adopted(yes, yes + no, needed),
            Result.Rejected => Rejected(yes, yes + no, needed),
            Result.Tie when yes == 1 => texts["Gelijk: 1 stem is voor en 1 stem is tegen. Er is niets besloten."],
            Result.Tie => texts["Gelijk: {0} stemmen zijn voor en {1} stemmen zijn tegen. Er is niets besloten.", yes, no],
            _ => NoVotes(outcome.Tally.Ballots),
        };
    }

    private string Adopted(int yes, int cast, int needed) => (yes, cast) switch
    {
        (_, 1) => texts["Aangenomen: de enige stem is voor."],
        _ when yes == cast => texts["Aangenomen: alle {0} stemmen zijn voor.", cast],
        _ when needed != cast / 2 + 1 => texts["Aangenomen: {0} van de {1} stemmen zijn voor. Nodig: {2}.", yes, cast, needed],
        _ => texts["Aangenomen: {0} van de {1} stemmen zijn voor.", yes, cast],
    };

    private string Rejected(int yes, int cast, int needed) => (yes, cast) switch
    {
        (0, 1) => texts["Afgewezen: de enige stem is tegen."],
        (0, _) => texts["Afgewezen: alle {0} stemmen zijn tegen.", cast],
        (1, 1) => texts["Afgewezen: de enige stem is voor. Nodig: {0}.", needed],
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
            _ when outcome is { Lots.Count: > 0, Result: Result.Adopted } => texts["Gelijk, {0} ja en {1} nee. Na loting: ja.", yes, no],
            _ when outcome.Lots.Count > 0 => texts["Gelijk, {0} ja en {1} nee. Na loting: nee.", yes, no],
            (1, 1) => texts["Gelijk: 1 persoon zegt ja en 1 persoon zegt nee."],
            _ when yes == no => texts["Gelijk: {0} mensen zeggen ja en {1} mensen zeggen nee.", yes, no],
            _ when yes > no => texts["De meeste mensen zeggen ja: {0} van de {1}.", yes, yes + no],
            _ => texts["De meeste mensen zeggen nee: {0} van de {1}.", no, yes + no],
        };
    }

    private string Rated(Outcome outcome) =>
        texts["Gemiddeld cijfer: {0}. Middelste cijfer: {1}.", Marks.Mean(outcome.Ratings![0]), Marks.Median(outcome.Ratings[0])];

    private string ForConsent(Outcome outcome, bool binding) => (outcome.Result, outcome.Tally.Counts[2]) switch
    {
        (Result.Consented, _) when binding => texts["Aangenomen: niemand heeft bezwaar."],
        (Result.Consented, _) => texts["Niemand heeft bezwaar."],
        (_, 1) => texts["1 bezwaar. Dat horen we eerst."],
        (_, var objections) => texts["{0} bezwaren. Die horen we eerst.", objections],
    };

    private string ForOptions(Outcome outcome, string method, IReadOnlyList<string> options, bool binding) => outcome.Result switch
    {
        Result.Chosen => Chosen(outcome, method, options, binding),
        Result.Tie => Tie(outcome, method, options, binding),
        Result.NoMajority => NoMajority(outcome, options),
        _ => binding ? NoVotes(outcome.Tally.Ballots) : NoOpinion(outcome.Tally.Ballots),
    };

    private string Chosen(Outcome outcome, string method, IReadOnlyList<string> options, bool binding)
    {
        var names = Names(outcome.Winners, options);
        var how = How(outcome, method);
        return binding ? texts["Gekozen: {0}{1}.", names, how]
            : outcome is { Rounds: null, Pairwise: null, Ratings: null } ? texts["Het vaakst gekozen: {0}{1}.", names, how]
            : texts["De meeste mensen willen: {0}{1}.", names, how];
    }

    /// <summary>What made the winner win, such as <c>, met 12 stemmen</c>.</summary>
    private string How(Outcome outcome, string method) => outcome switch
    {
        { Rounds: { Count: > 1 and var rounds }, Lots.Count: > 0 } => texts[", na {0} rondes en loting", rounds],
        { Rounds: { Count: 1 } } => texts[", in de eerste ronde"],
        { Rounds: { Count: var rounds } } => texts[", na {0} rondes", rounds],
        { Lots.Count: > 0 } => texts[", na loting"],
        { Pairwise: not null } => texts[", na vergelijking twee aan twee"],
        { Ratings: { } ratings } => texts[", met gemiddeld een {0}", Marks.Mean(ratings[outcome.Winners[0]])],
        { Winners.Count: > 1 } => "",
        _ => texts[", met {0}", Votes(outcome.Tally.Counts[outcome.Winners[0]], method)],
    };

    private string Tie(Outcome outcome, string method, IReadOnlyList<string> options, bool binding)
    {
        var names = Names(outcome.Tied, options);
        var tie = outcome switch
        {
            { Rounds: not null } => texts["Gelijk: {0} staan samen onderaan. Niemand valt nog af.", names],
            { Pairwise: not null } => texts["Gelijk: {0}.", names],
            { Winners.Count: > 0 } => texts["Zeker gekozen: {0}. Gelijk voor de laatste plaats: {1}.", Names(outcome.Winners, options), names],
            { Ratings: { } ratings } => texts["Gelijk: {0} kregen gemiddeld een {1}.", names, Marks.Mean(ratings[outcome.Tied[0]])],
            _ => texts["Gelijk: {0} kregen elk {1}.", names, Votes(outcome.Tally.Counts[outcome.Tied[0]], method)],
        };
        return binding ? $"{tie.Value} {texts["Er is niets besloten."]}" : tie;
    }

    private string Votes(int number, string method) => (method, number) switch
    {
        (Dots.MethodName, 1) => texts["1 stip"],
        (Dots.MethodName, _) => texts["{0} stippen", number],
        (_, 1) => texts["1 stem"],
        _ => texts["{0} stemmen", number],
    };

    private string NoMajority(Outcome outcome, IReadOnlyList<string> options)
    {
        var most = outcome.Tally.Counts.Max();
        var leaders = Enumerable.Range(0, options.Count).Where(option => outcome.Tally.Counts[option] == most);
        return texts["Geen keuze kreeg genoeg stemmen. De meeste: {0}, {1} stemmen. Nodig: {2}.", Names([.. leaders], options), most, outcome.Needed!.Value];
    }

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

    private string Names(IReadOnlyList<int> chosen, IReadOnlyList<string> options)
    {
        var names = chosen.Select(option => texts["‘{0}’", options[option]].Value).ToList();
        return names.Count == 1 ? names[0] : texts["{0} en {1}", string.Join(", ", names[..^1]), names[^1]];
    }
}
