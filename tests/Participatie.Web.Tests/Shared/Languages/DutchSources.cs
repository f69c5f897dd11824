using System.Text.RegularExpressions;
using Participatie.Testing;

namespace Participatie.Web.Tests.Shared.Languages;

/// <summary>Dutch that somebody reads.</summary>
/// <param name="File">Where it stands, from the folder of the web project.</param>
internal sealed record DutchText(string File, string Words);

/// <summary>All Dutch in the sources: what is translated, what forms answer, and what only ever is Dutch.</summary>
internal static partial class DutchSources
{
    private const string Sources = "src/Participatie.Web";

    private static readonly string[] Kinds = ["*.cshtml", "*.razor", "*.cs"];

    /// <summary>Files whose Dutch is no key of a translation: the demonstration, the templates, the words of the API and of minutes.</summary>
    private static readonly string[] Prose =
    [
        "Demonstration/DemoContent.", "Demonstration/DemoMeeting.", "Demonstration/FillDemonstration.",
        "Meetings/Planning/MeetingTemplates.", "Polls/Planning/PollBeginnings.",
        "Reading/OpenData/", "Minutes/Markup/RecordWords.",
    ];

    public static IReadOnlyList<DutchText> All { get; } = Read();

    private static List<DutchText> Read()
    {
        var root = Repository.File(Sources);
        return
        [
            .. Kinds
                .SelectMany(pattern => Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories))
                .Select(path => (Path: path, Name: Path.GetRelativePath(root, path).Replace('\\', '/')))
                .Where(file => !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal))
                .SelectMany(file => In(file.Name, File.ReadAllText(file.Path)))
                .Distinct(),
        ];
    }

    private static IEnumerable<DutchText> In(string file, string source)
    {
        var found = Keys().Matches(source).Concat(Messages().Matches(source));
        if (Prose.Any(part => file.StartsWith(part, StringComparison.Ordinal)))
            found = found.Concat(Literals().Matches(Comments().Replace(source, "")));
        return found.Select(match => new DutchText(file, match.Groups["text"].Value.Replace("\\n", "\n", StringComparison.Ordinal)));
    }

    [GeneratedRegex("""\b(?:T|texts)\[\s*"(?<text>(?:[^"\\]|\\.)+)"\s*[\],]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();

    [GeneratedRegex(@"\bErrorMessage = ""(?<text>[^""\\]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Messages();

    /// <summary>A name of a column or a piece of SQL begins with a small letter, and a sentence does not.</summary>
    [GeneratedRegex("\"\"\"\\s*(?<text>[\\p{Lu}{][\\s\\S]*?)\"\"\"|(?<!\")\"(?<text>[\\p{Lu}{](?:[^\"\\\\\\n]|\\\\.)*)\"(?!\")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literals();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comments();
}
