using System.Globalization;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls;

/// <summary>A table of words and numbers; the first cell of a row is its heading.</summary>
public sealed record ResultTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>How it was counted, for whoever wants to check: the rounds, the comparison two by two, the marks, the reasons.</summary>
public sealed class ResultTables(IStringLocalizer<Texts> texts)
{
    public IReadOnlyList<ResultTable> Of(Outcome outcome, IReadOnlyList<string> options) =>
    [
        .. outcome.Rounds is { } rounds ? [Rounds(rounds, options)] : Array.Empty<ResultTable>(),
        .. outcome.Pairwise is { } pairwise ? [Pairwise(pairwise, options)] : Array.Empty<ResultTable>(),
        .. outcome.Ratings is { } ratings ? [Ratings(ratings, options)] : Array.Empty<ResultTable>(),
        .. outcome.Reasons is { Count: > 0 } reasons ? [Reasons(reasons, options)] : Array.Empty<ResultTable>(),
    ];

    private ResultTable Rounds(IReadOnlyList<Round> rounds, IReadOnlyList<string> options) => new(
        texts["Wie viel af in welke ronde?"],
        [texts["Keuze"], .. Enumerable.Range(1, rounds.Count).Select(number => texts["Ronde {0}", number].Value)],
        [
            .. options.Select((name, option) => (IReadOnlyList<string>)[name, .. rounds.Select(round => Cell(round, option))]),
            [texts["Telt niet meer mee"], .. rounds.Select(round => Text(round.Exhausted))],
        ]);

    private string Cell(Round round, int option) => round.Counts[option] switch
    {
        null => "–",
        { } count when !round.Dropped.Contains(option) => Text(count),
        { } count when round.ByLot => texts["{0}, valt af door loting", count],
        { } count => texts["{0}, valt af", count],
    };

    private ResultTable Pairwise(Pairwise pairwise, IReadOnlyList<string> options) => new(
        texts["Hoeveel mensen vinden de linker keuze beter dan de bovenste?"],
        ["", .. options],
        [.. options.Select((name, one) => (IReadOnlyList<string>)[name, .. options.Select((_, other) => one == other ? "–" : Text(pairwise.Preferred[one][other]))])]);

    private ResultTable Ratings(IReadOnlyList<Rating> ratings, IReadOnlyList<string> options) => new(
        texts["Welke cijfers zijn gegeven?"],
        [texts["Keuze"], texts["Gemiddeld"], texts["Middelste"], .. Enumerable.Range(Score.Lowest, Score.Highest).Select(Text)],
        [.. options.Zip(ratings, (name, rating) => (IReadOnlyList<string>)[name, Marks.Mean(rating), Marks.Median(rating), .. rating.Spread.Select(Text)])]);

    private ResultTable Reasons(IReadOnlyList<Choice> reasons, IReadOnlyList<string> options) => new(
        texts["Wat mensen erbij schreven"],
        [texts["Keuze"], texts["Reden"]],
        [.. reasons.Select(choice => (IReadOnlyList<string>)[options[choice.Option], choice.Reason!])]);

    private static string Text(int number) => number.ToString(CultureInfo.CurrentCulture);
}
