using System.Globalization;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>One of the documents beside this file: a counting method with its examples, for a clerk to check and for the tests to run.</summary>
internal sealed class CountingSpecification
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Polls");

    private readonly string[] lines;

    private CountingSpecification(string file) => lines = File.ReadAllLines(file);

    public static IEnumerable<CountingSpecification> All => Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal).Select(file => new CountingSpecification(file));

    public string Name => Fact("Method");

    public IReadOnlyList<string> Options => Fact("Options").Split(", ");

    public CountingMethod Method =>
        CountingMethod.Find(Name, int.Parse(Fact("Most options on one ballot"), CultureInfo.InvariantCulture))
        ?? throw new InvalidDataException($"There is no counting method '{Name}'.");

    public static CountingSpecification Of(string method) => All.Single(specification => string.Equals(specification.Name, method, StringComparison.Ordinal));

    /// <summary>The rows of the table whose first column has this heading.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Rows(string heading)
    {
        var table = lines.SkipWhile(line => !line.StartsWith($"| {heading} ", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')).ToList();
        if (table.Count < 3)
            throw new InvalidDataException($"The document of '{Name}' has no table '{heading}'.");
        var columns = Cells(table[0]);
        return table.Skip(2).Select(row => columns.Zip(Cells(row)).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal));
    }

    /// <summary>Reads <c>Lamps + Trees</c>; an option that is not on the ballot gets the number after the last.</summary>
    public IReadOnlyList<Choice> Ballot(string text) =>
        string.Equals(text, "(blank)", StringComparison.Ordinal) ? [] : [.. text.Split(" + ").Select(Mark)];

    /// <summary>Reads <c>2 × Lamps + Trees, 1 × Trees</c>.</summary>
    public IEnumerable<IReadOnlyList<Choice>> Ballots(string text) =>
        string.Equals(text, "none", StringComparison.Ordinal) ? [] : text.Split(", ").SelectMany(pile =>
        {
            var (number, ballot) = pile.Split(" × ") is [var left, var right] ? (left, right) : throw new InvalidDataException($"Not a pile of ballots: '{pile}'.");
            return Enumerable.Repeat(Ballot(ballot), int.Parse(number, CultureInfo.InvariantCulture));
        });

    private string Fact(string name) => lines.Single(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];

    private static List<string> Cells(string row) => [.. row.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)];

    private Choice Mark(string text)
    {
        var parts = text.Split(" = ");
        var option = Options.ToList().IndexOf(parts[0]);
        return new Choice(option < 0 ? Options.Count : option, parts.Length == 1 ? null : int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
