namespace Participatie.Web.Reading.Search;

/// <summary>
/// What the forms of a Dutch word have in common, by the Snowball project's algorithm for Dutch
/// (https://snowballstem.org/algorithms/dutch/stemmer.html), which PostgreSQL has and SQLite has not: "bomen" and "boom"
/// become "bom". It stands here so that both databases find the same.
/// </summary>
public static class DutchStem
{
    /// <summary>The part before which nothing is cut off is at least so long.</summary>
    private const int ShortestHead = 3;

    private const string Vowels = "aeiouy";

    /// <summary>The stem of a word in small letters without accents.</summary>
    public static string Of(string word)
    {
        var stem = Shield(word);
        var first = RegionAfter(stem, 0);
        var second = RegionAfter(stem, first);
        first = Math.Max(first, ShortestHead);

        stem = WithoutPlural(stem, first);
        (stem, var lostE) = WithoutE(stem, first);
        stem = WithoutHeid(stem, first, second);
        stem = WithoutSuffix(stem, first, second, lostE);
        return Undoubled(stem).ToLowerInvariant();
    }

    /// <summary>An i between vowels, and a y at the beginning or after a vowel, count as consonants: they become capitals.</summary>
    private static string Shield(string word)
    {
        if (!word.AsSpan().ContainsAny('i', 'y'))
            return word;

        var letters = word.ToCharArray();
        if (letters[0] == 'y')
            letters[0] = 'Y';
        for (var at = 1; at < letters.Length; at++)
        {
            if (!IsVowel(letters[at - 1]))
                continue;
            if (letters[at] == 'y')
                letters[at] = 'Y';
            else if (letters[at] == 'i' && at + 1 < letters.Length && IsVowel(letters[at + 1]))
                letters[at] = 'I';
        }

        return new string(letters);
    }

    /// <summary>Where the region begins that follows the first consonant after a vowel.</summary>
    private static int RegionAfter(string word, int start)
    {
        var at = start;
        while (at < word.Length && !IsVowel(word[at]))
            at++;
        while (at < word.Length && IsVowel(word[at]))
            at++;
        return Math.Min(at + 1, word.Length);
    }

    private static string WithoutPlural(string word, int first) =>
        Ends(word, "heden", first) ? $"{word[..^5]}heid"
        : word.EndsWith("heden", StringComparison.Ordinal) ? word
        : word.EndsWith("ene", StringComparison.Ordinal) ? WithoutEn(word, "ene", first)
        : word.EndsWith("en", StringComparison.Ordinal) ? WithoutEn(word, "en", first)
        : word.EndsWith("se", StringComparison.Ordinal) ? WithoutS(word, "se", first)
        : WithoutS(word, "s", first);

    private static string WithoutEn(string word, string ending, int first)
    {
        var head = Ends(word, ending, first) ? word[..^ending.Length] : "";
        return head.Length > 0 && !IsVowel(head[^1]) && !head.EndsWith("gem", StringComparison.Ordinal) ? SingleConsonant(head) : word;
    }

    private static string WithoutS(string word, string ending, int first)
    {
        var head = Ends(word, ending, first) ? word[..^ending.Length] : "";
        return head.Length > 0 && !IsVowel(head[^1]) && head[^1] != 'j' ? head : word;
    }

    private static (string Word, bool LostE) WithoutE(string word, int first) =>
        Ends(word, "e", first) && word.Length > 1 && !IsVowel(word[^2]) ? (SingleConsonant(word[..^1]), true) : (word, false);

    private static string WithoutHeid(string word, int first, int second)
    {
        if (!Ends(word, "heid", second) || word.EndsWith("cheid", StringComparison.Ordinal))
            return word;

        var head = word[..^4];
        return head.EndsWith("en", StringComparison.Ordinal) ? WithoutEn(head, "en", first) : head;
    }

    private static string WithoutSuffix(string word, int first, int second, bool lostE)
    {
        if (Ends(word, "end", second) || Ends(word, "ing", second))
            return WithoutIg(word[..^3], second) is var head && head.Length < word.Length - 3 ? head : SingleConsonant(word[..^3]);
        if (Ends(word, "ig", second))
            return WithoutIg(word, second);
        if (Ends(word, "lijk", second))
            return WithoutE(word[..^4], first).Word;
        if (Ends(word, "baar", second))
            return word[..^4];
        return lostE && Ends(word, "bar", second) ? word[..^3] : word;
    }

    private static string WithoutIg(string word, int second) =>
        Ends(word, "ig", second) && !word.EndsWith("eig", StringComparison.Ordinal) ? word[..^2] : word;

    /// <summary>"maan" becomes "man", as in "manen".</summary>
    private static string Undoubled(string word) =>
        word.Length >= 4 && !IsVowel(word[^1]) && word[^1] != 'I' && word[^2] == word[^3] && word[^2] is 'a' or 'e' or 'o' or 'u' && !IsVowel(word[^4])
            ? string.Concat(word.AsSpan(0, word.Length - 2), word.AsSpan(word.Length - 1))
            : word;

    private static string SingleConsonant(string word) =>
        word.Length > 1 && word[^1] == word[^2] && word[^1] is 'k' or 'd' or 't' ? word[..^1] : word;

    private static bool Ends(string word, string ending, int region) =>
        word.Length - ending.Length >= region && word.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);
}
