using System.Globalization;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>How the documents write what was found; the name of a column tells what it shows.</summary>
internal sealed record OutcomeNotation(Outcome Found, string[] Options)
{
    public string Cell(string column) => column switch
    {
        "Ballots cast" => Text(Found.Tally.Ballots),
        "Counts" => Counts([.. Found.Tally.Counts.Select(count => (int?)count)]),
        "Needed" => Found.Needed is { } needed ? Text(needed) : "",
        "Outcome" => Outcome,
        "Rounds" => string.Join(" / ", Found.Rounds!.Select(Round)),
        "Each against each" => Pairs(Found.Pairwise!.Preferred),
        "Order" => string.Join(" > ", Found.Pairwise!.Order.Select(level => string.Join(" ~ ", level.Select(Option)))),
        "Mean" => PerOption(rating => Text(rating.MeanHundredths / 100m, "0.00")),
        "Median" => PerOption(rating => Text(rating.MedianTwice / 2m, "0.#")),
        "Marks 1 to 5" => PerOption(rating => string.Join(" ", rating.Spread.Select(number => Text(number)))),
        "Reasons" => string.Join(", ", Found.Reasons!.Select(choice => $"{Option(choice.Option)} \"{choice.Reason}\"")),
        _ => throw new InvalidDataException($"No column is called '{column}'."),
    };

    private string Outcome => string.Join("; ", new[]
    {
        Found.Result != Result.Tie ? Listed(Word(Found.Result), Found.Winners) : Listed("tie", Found.Tied),
        Found.Result == Result.Tie && Found.Winners.Count > 0 ? Listed("sure", Found.Winners) : null,
        Found.Lots.Count > 0 ? Listed("by lot", Found.Lots) : null,
    }.OfType<string>());

    private static string Word(Result result) => result switch
    {
        Result.NoVotes => "no votes",
        Result.Adopted => "adopted",
        Result.Rejected => "rejected",
        Result.Chosen => "chosen",
        Result.NoMajority => "no majority",
        Result.Rated => "rated",
        Result.Consented => "consented",
        Result.Objected => "objected",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private string Listed(string word, IReadOnlyList<int> options) =>
        options.Count == 0 ? word : $"{word}: {string.Join(", ", options.Select(Option))}";

    private string Round(Round round) => Counts(round.Counts)
        + (round.Exhausted > 0 ? $", exhausted {Text(round.Exhausted)}" : "")
        + (round.Dropped.Count > 0 ? $"; {string.Join(", ", round.Dropped.Select(Option))} out" : "")
        + (round.ByLot ? " by lot" : "");

    private string Counts(IReadOnlyList<int?> counts) => string.Join(", ",
        from pair in Options.Zip(counts)
        where pair.Second is not null
        select $"{pair.First} {Text(pair.Second!.Value)}");

    private string Pairs(IReadOnlyList<IReadOnlyList<int>> preferred) => string.Join(", ",
        from one in Enumerable.Range(0, Options.Length)
        from other in Enumerable.Range(one + 1, Options.Length - one - 1)
        select $"{Option(one)} {Text(preferred[one][other])}-{Text(preferred[other][one])} {Option(other)}");

    private string PerOption(Func<Rating, string> text) =>
        string.Join(", ", Options.Zip(Found.Ratings!, (option, rating) => $"{option} {text(rating)}"));

    private string Option(int option) => Options[option];

    private static string Text(decimal number, string format = "0") => number.ToString(format, CultureInfo.InvariantCulture);
}
