using System.Text.RegularExpressions;
using Participatie.Testing;

namespace Participatie.Web.Tests.Shared.Languages;

/// <summary>What can be measured of plain Dutch (B1): short sentences, and none of the words that only an office uses.</summary>
internal static partial class PlainDutch
{
    /// <summary>In words; what stands in braces counts as one.</summary>
    public const int LongestSentence = 25;

    /// <summary>Words per sentence.</summary>
    public const double LongestAverage = 15;

    private const string Words = "tests/Participatie.Web.Tests/Shared/Languages/officialese.csv";

    /// <summary>Words of an office, each with what people say.</summary>
    public static IReadOnlyDictionary<string, string> Officialese { get; } = File.ReadLines(Repository.File(Words)).Skip(1)
        .Select(line => line.Split(';'))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>One expression for them all, the longest first: <c>als gevolg van</c> is not mended by halves.</summary>
    private static Regex OfficeWord { get; } = new(
        $@"(?<!\w)(?:{string.Join('|', Officialese.Keys.OrderByDescending(word => word.Length).Select(word => Regex.Escape(word).Replace(@"\ ", @"\s+", StringComparison.Ordinal)))})(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    public static IEnumerable<string> LongSentencesIn(string text) =>
        from sentence in SentencesIn(text)
        let length = LengthOf(sentence)
        where length > LongestSentence
        select $"{length} words, and {LongestSentence} is the most: {sentence}";

    public static IEnumerable<string> OfficeWordsIn(string text) =>
        from match in OfficeWord.Matches(text)
        let word = Space().Replace(match.Value, " ")
        select $"\"{word}\" is \"{Officialese[word]}\" in plain Dutch: {text}";

    /// <summary>The lengths of the full sentences: names of buttons and headings would hide how long those are.</summary>
    public static IEnumerable<int> SentenceLengthsIn(string text) => SentencesIn(text).Where(sentence => sentence[^1] is '.' or '?' or '!').Select(LengthOf);

    private static IEnumerable<string> SentencesIn(string text) =>
        SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    private static int LengthOf(string sentence) => Space().Split(sentence).Count(word => word.Any(char.IsLetterOrDigit));

    [GeneratedRegex(@"(?<=[.?!])\s+|\n+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
