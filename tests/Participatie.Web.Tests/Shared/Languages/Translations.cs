using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Participatie.Testing;

namespace Participatie.Web.Tests.Shared.Languages;

/// <summary>The texts in the sources, and what the files of translations make of them.</summary>
internal static partial class Translations
{
    private const string Sources = "src/Participatie.Web";

    /// <summary>The same in all languages.</summary>
    private const string NumberAndTitle = "{0}. {1}";

    private static readonly string[] Kinds = ["*.cshtml", "*.razor", "*.cs"];

    /// <summary>What a resident meets in the hall: joining, following, voting, results, and what goes wrong.</summary>
    private static readonly string[] ForResidents =
    [
        "Meetings/Phone/", "Meetings/Joining/", "Meetings/Queue/Hand.", "Contributions/ContributionsPage.", "Polls/Showing/", "Polls/VotePage.", "Polls/Doors/Tablet.",
        "Polls/OutcomeSentence.", "Polls/RuleSentence.", "Polls/ResultTables.", "Shared/Languages/", "Shared/Errors/", "Shared/_Layout.", "Help/Help.", "Help/Resident.",
        "Meetings/Rehearsing/_Rehearsal.",
    ];

    /// <summary>All Dutch texts of the application.</summary>
    public static FrozenSet<string> AllTexts { get; } = Read(_ => true);

    /// <summary>The Dutch texts of what residents use.</summary>
    public static FrozenSet<string> TextsForResidents { get; } =
        Read(file => ForResidents.Any(part => file.StartsWith(part, StringComparison.Ordinal)), except: NumberAndTitle);

    /// <summary>The translations into a language, by their Dutch text.</summary>
    public static IReadOnlyDictionary<string, string> Into(string code) =>
        XDocument.Load(Repository.File($"{Sources}/Shared/Texts.{code}.resx")).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    public static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static FrozenSet<string> Read(Func<string, bool> isWanted, string? except = null)
    {
        var root = Repository.File(Sources);
        return Kinds
            .SelectMany(pattern => Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories))
            .Where(file => isWanted(Path.GetRelativePath(root, file).Replace('\\', '/')))
            .SelectMany(file => Text().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["text"].Value)
            .Where(text => !string.Equals(text, except, StringComparison.Ordinal))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    [GeneratedRegex("""\b(?:T|texts)\["(?<text>[^"\\]+)"[\],]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Text();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
