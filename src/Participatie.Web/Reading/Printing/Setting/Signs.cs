using System.Globalization;
using System.Text;
using Participatie.Web.Reading.Printing.Blocks;
using Participatie.Web.Reading.Printing.Fonts;

namespace Participatie.Web.Reading.Printing.Setting;

/// <summary>Finds a sign for each character of a text.</summary>
public static class Signs
{
    private static readonly Rune HardSpace = new(0xA0);
    private static readonly Rune Space = new(' ');

    public static List<Sign> Of(IReadOnlyList<Run> runs, bool bold, FontCase fonts)
    {
        var signs = new List<Sign>();
        foreach (var run in runs)
        {
            var look = bold ? run.Look with { Bold = true } : run.Look;
            var before = default(Rune);
            foreach (var character in Composed(run.Text).EnumerateRunes())
            {
                Add(signs, fonts, look, run, character, before);
                before = character;
            }
        }

        return signs;
    }

    private static void Add(List<Sign> signs, FontCase fonts, Look look, Run run, Rune character, Rune before)
    {
        if (character.Value is '\n' or 0x2028 or 0x2029)
        {
            var (empty, space, _) = fonts.Find(look, Space);
            signs.Add(new Sign(empty, space, 0, Opening.Line, run));
            return;
        }

        if (IsInvisible(character))
            return;

        var isSpace = Rune.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator;
        var (font, number, width) = fonts.Find(look, isSpace ? Space : character);
        signs.Add(new Sign(font, number, width, isSpace && character != HardSpace ? Opening.Space : OpeningAfter(character, before), run));
    }

    /// <summary>A hyphen in a word, and the strokes in an address.</summary>
    private static Opening OpeningAfter(Rune character, Rune before) => character.Value switch
    {
        '-' or 0x2010 or 0x2013 or 0x2014 when Rune.IsLetter(before) => Opening.After,
        '/' or '&' or '?' when before.Value is not ('/' or ':') => Opening.After,
        _ => Opening.None,
    };

    /// <summary>What steers and is never seen: it has no place on paper.</summary>
    private static bool IsInvisible(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
        || character.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>An accent that was written apart goes onto its letter; what is no character at all becomes a mark that says so.</summary>
    private static string Composed(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.EnumerateRunes().Select(character => character.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : character)).Normalize();
}
