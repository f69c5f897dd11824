using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Search;

/// <summary>A word that somebody looks for.</summary>
public sealed record AskedWord(string Letters)
{
    /// <summary>Fewer letters are the beginning of half the language.</summary>
    private const int ShortestBeginning = 3;

    public string Stem { get; } = DutchStem.Of(Letters);

    /// <summary>Does it also find words that begin with it?</summary>
    public bool IsBeginning => Letters.Length >= ShortestBeginning;

    /// <summary>Does it find this word?</summary>
    public bool Finds(string letters) =>
        IsBeginning && letters.StartsWith(Letters, StringComparison.Ordinal)
        || string.Equals(letters, Letters, StringComparison.Ordinal)
        || MayShareStem(letters) && DutchStem.Of(letters) is var stem && (string.Equals(stem, Stem, StringComparison.Ordinal) || IsBeginning && stem.StartsWith(Letters, StringComparison.Ordinal));

    /// <summary>A stem changes nothing in the first two letters.</summary>
    private bool MayShareStem(string letters) => letters.Length > 1 && Letters.Length > 1 && letters[0] == Letters[0] && letters[1] == Letters[1];
}

/// <summary>What somebody looks for: all of the words, and all of the filters.</summary>
public sealed record Question(IReadOnlyList<AskedWord> Words, IReadOnlyList<string> Filters)
{
    /// <summary>More words make no question clearer.</summary>
    public const int MostWords = 8;

    /// <summary>In characters; what comes after it is not read.</summary>
    public const int LongestText = 400;

    /// <summary>Reads what was typed: whatever signs are in it, only words come out.</summary>
    public static Question Of(string? typed, string? area = null, string? theme = null, int? year = null, DocumentKind? kind = null)
    {
        var text = typed ?? "";
        var words = Search.Words.In(text.Length > LongestText ? text[..LongestText] : text)
            .Select(word => word.Letters)
            .Distinct(StringComparer.Ordinal)
            .Take(MostWords)
            .Select(letters => new AskedWord(letters));
        return new Question([.. words], [.. Chosen(area, theme, year, kind)]);
    }

    /// <summary>Does a text have all of the words?</summary>
    public bool IsAnsweredBy(string text)
    {
        var found = Search.Words.In(text).Select(word => word.Letters).ToList();
        return Words.All(asked => found.Exists(asked.Finds));
    }

    public bool IsEmpty => Words.Count == 0 && Filters.Count == 0;

    private static IEnumerable<string> Chosen(string? area, string? theme, int? year, DocumentKind? kind)
    {
        if (!string.IsNullOrWhiteSpace(area))
            yield return Terms.OfArea(Slug.From(area));
        if (!string.IsNullOrWhiteSpace(theme))
            yield return Terms.OfTheme(theme);
        if (year is { } chosen)
            yield return Terms.OfYear(chosen);
        if (kind is { } one)
            yield return Terms.OfKind(one);
    }
}
