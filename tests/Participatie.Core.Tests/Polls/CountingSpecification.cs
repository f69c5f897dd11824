using System.Text.RegularExpressions;

namespace Participatie.Core.Tests.Polls;

/// <summary>
/// One of the documents beside this file: a counting method with its examples, for a clerk to check and for the tests to
/// run. Every row of a table is an example. A fact, such as <c>Winners: 2</c>, holds for the tables below it until the
/// document says otherwise; a column of that name says it for one row.
/// </summary>
internal sealed partial class CountingSpecification
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Polls");

    private CountingSpecification(string file)
    {
        Document = Path.GetFileName(file);
        Examples = [.. Read(File.ReadAllLines(file))];
    }

    public static IReadOnlyList<CountingSpecification> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal).Select(file => new CountingSpecification(file))];

    public string Document { get; }

    public IReadOnlyList<CountingExample> Examples { get; }

    /// <summary>The example on this line of this document.</summary>
    public static CountingExample Example(string document, int line) =>
        All.Single(specification => string.Equals(specification.Document, document, StringComparison.Ordinal))
            .Examples.Single(example => example.Line == line);

    private static IEnumerable<CountingExample> Read(string[] lines)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] columns = [];
        foreach (var (index, line) in lines.Index())
        {
            if (!line.StartsWith('|'))
            {
                columns = [];
                if (Fact().Match(line) is { Success: true } fact)
                    facts[fact.Groups["name"].Value] = fact.Groups["value"].Value;
            }
            else if (columns.Length == 0)
            {
                columns = Cells(line);
            }
            else if (!line.StartsWith("|-", StringComparison.Ordinal))
            {
                yield return new CountingExample(index + 1, new(facts), columns, Cells(line));
            }
        }
    }

    private static string[] Cells(string row) => row.Trim()[1..^1].Split('|', StringSplitOptions.TrimEntries);

    [GeneratedRegex("^(?<name>[A-Z][a-z ]*): (?<value>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fact();
}
