using System.Globalization;
using System.Text;

namespace Participatie.Web.Reading.Search;

/// <summary>A word in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters it takes there.</param>
/// <param name="Letters">The word in small letters without accents.</param>
public readonly record struct Word(int Start, int Length, string Letters);

/// <summary>
/// The words of a text, the same for what is kept and for what is asked, and the same on both databases: capitals and
/// accents make no difference. PostgreSQL could do this only with an extension that a usual account may not install.
/// </summary>
public static class Words
{
    /// <summary>Longer words are cut off.</summary>
    private const int Longest = 40;

    /// <summary>Too frequent to tell anything.</summary>
    private static readonly HashSet<string> Empty = new(
        """
        aan al alle als ben bij dan dat de der deze die dit door een en er geen heb hebben heeft het hier hij hoe ik in is je
        kan kunnen maar me meer met mij moet na naar niet nog nu of om onder ons ook op over te tot uit van veel voor want
        waren was wat we wel werd wie wij worden wordt ze zei zich zij zijn zo zou zullen
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>The words that tell something, in order.</summary>
    public static IEnumerable<Word> In(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && LengthAt(text, at) is var length and > 0)
                at += length;

            if (at == start)
                at++;
            else if (Plain(text, start, at - start) is var letters && Tells(letters))
                yield return new Word(start, at - start, letters);
        }
    }

    /// <summary>A number of one digit says which district; a letter alone is what is left of "foto's".</summary>
    private static bool Tells(string letters) => letters.Length switch
    {
        0 => false,
        1 => !char.IsAsciiLetter(letters[0]),
        _ => !Empty.Contains(letters),
    };

    /// <summary>How many characters the letter, digit or accent at this place takes; 0 when it is none.</summary>
    private static int LengthAt(string text, int at)
    {
        if (char.IsAscii(text[at]))
            return char.IsAsciiLetterOrDigit(text[at]) ? 1 : 0;

        _ = Rune.DecodeFromUtf16(text.AsSpan(at), out var sign, out var length);
        return Rune.IsLetterOrDigit(sign) || Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? length : 0;
    }

    private static string Plain(string text, int start, int length)
    {
        var word = text.AsSpan(start, length);
        return Short(Ascii.IsValid(word) ? word.ToString().ToLowerInvariant() : WithoutAccents(word.ToString()));
    }

    private static string WithoutAccents(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var sign in word.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(sign))
                plain.Append(Usual(Rune.ToLowerInvariant(sign)));
        }

        return plain.ToString();
    }

    /// <summary>Letters that Unicode does not take apart, in the names of people and places here.</summary>
    private static string Usual(Rune sign) => sign.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        _ => sign.ToString(),
    };

    private static string Short(string word) =>
        word.Length <= Longest ? word : word[..(char.IsHighSurrogate(word[Longest - 1]) ? Longest - 1 : Longest)];
}
