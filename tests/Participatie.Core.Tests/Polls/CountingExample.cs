using System.Globalization;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>One row of a document, with the facts that hold there.</summary>
internal sealed class CountingExample
{
    private static readonly string[] Given =
        ["Method", "Options", "Ballot", "Ballots", "Lots", "Most options on one ballot", "Winners", "Dots", "Dots per option", "Majority", "Entitled", "Valid", "Why"];

    private readonly Dictionary<string, string> known;
    private readonly string[] columns;

    public CountingExample(int line, Dictionary<string, string> known, string[] columns, string[] cells)
    {
        if (known.Keys.Except(Given, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new InvalidDataException($"Above line {line}: no fact is called '{unknown}'.");
        if (cells.Length != columns.Length)
            throw new InvalidDataException($"Line {line}: {cells.Length} cells in {columns.Length} columns.");
        foreach (var (column, cell) in columns.Zip(cells))
            known[column] = cell;
        (Line, this.known, this.columns) = (line, known, columns);
    }

    public int Line { get; }

    /// <summary>True for a row about one ballot, false for a row about what ballots mean.</summary>
    public bool IsAboutValidity => known.ContainsKey("Ballot");

    public bool Valid => this["Valid"] switch
    {
        "yes" => true,
        "no" => false,
        var other => throw new InvalidDataException($"Line {Line}: not yes or no: '{other}'."),
    };

    public CountingMethod Method =>
        CountingMethod.Find(this["Method"], Settings) ?? throw new InvalidDataException($"Line {Line}: there is no such counting method.");

    public string[] Options => this["Options"].Split(", ");

    public IReadOnlyList<Choice> Ballot => Notation.Ballot(this["Ballot"]);

    public IEnumerable<IReadOnlyList<Choice>> Ballots => Notation.Ballots(this["Ballots"]);

    public Outcome Outcome =>
        new Poll(PollState.Open, Method, Options, Binding: true, Secret: false)
            .Count(Ballots, new Electorate(Number("Entitled"), Present: 0), Notation.Lots(this["Lots"]));

    /// <summary>The columns that say what is to be found, each with its cell.</summary>
    public IEnumerable<(string Column, string Cell)> Expected =>
        columns.Except(Given, StringComparer.Ordinal).Select(column => (column, this[column]));

    private BallotNotation Notation => new(Options, Ranked: Method is Ranking);

    private MethodSettings Settings => new(
        Number("Most options on one ballot"), Number("Winners"), Number("Dots"), Number("Dots per option"), MajorityNotation.Read(this["Majority"]));

    private string this[string name] => known.GetValueOrDefault(name, "");

    private int Number(string name) => this[name] is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
}
