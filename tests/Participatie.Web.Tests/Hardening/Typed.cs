using FsCheck;
using FsCheck.Fluent;

namespace Participatie.Web.Tests.Hardening;

/// <summary>What people, programs and broken files send, made up.</summary>
internal static class Typed
{
    /// <summary>What means something to a browser, a database, Markdown, JSON or our own texts.</summary>
    private static readonly string[] Pieces =
    [
        "<script>pz()</script>", "<img src=x onerror=pz()>", "<", ">", "&", "&#106;", "\"", "'", "[", "](", ")", "![", "javascript:pz()", "JaVaScRiPt&colon;", "data:text/html,", "//pz.example", "http://", "mailto:a@b.nl",
        "`", "```\n", "*", "**", "_", "~~", "|", "\n|-|-|\n", "\n", "\n\n", "\r", "\t", "# ", "> ", "- ", "1. ", "    ", "\\", "---\n", "<!--", "-->", "]]>", "{", "}", "{0}", "{{", "%s", "%00", "%2e%2e/", "../",
        ":::\n", "::: besluit\n", "::: advies\n", "::: actie\n", "Stemming: 1\n", "Aan: het college\n", "Antwoord uiterlijk: 1 mei 2027\n", "Wie: de gemeente\n", "Klaar op: 31-12-2027\n", "[[uitslag 1]]", "[[uitslag 99999999999]]", "[bijlage](bijlage:a.pdf)",
        "0", "1", "-1", "9999999999999999999999", "1e309", "0x10", "١", "null", "true", "NaN", "111222333", "NL91ABNA0417164300", "1;2", "0:1,1:2", "2027-02-30", "99:99",
        "' or 1=1 --", "; drop table users", "$1", "@p0", "\u202e", "\u200b", "\u0000", "\uFEFF", "\uD800", "\uDC00", "é", "ç", "ß", "İ", "ı", "ﬁ", "👩‍👩‍👧", "עברית", "العربية", "中文",
    ];

    public static Gen<string> Piece => Gen.OneOf(
        Gen.Elements(Pieces),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements(Pieces).SelectMany(piece => Gen.Choose(2, 400).Select(times => string.Concat(Enumerable.Repeat(piece, times)))));

    /// <summary>A text; smaller ones are parts of it.</summary>
    public static Arbitrary<string> Text => Arb.From(Piece.ListOf().Select(string.Concat), text => Parts(text.Length).Select(part => text.Remove(part.Start, part.Length)));

    /// <summary>The same without long stretches: what fits in a field or an address.</summary>
    public static Gen<string> Line => Piece.Two().Select(two => string.Concat(two.Item1, two.Item2)).Select(line => line.Length > 500 ? line[..500] : line);

    /// <summary>A file in which bytes were changed, left out, or came in.</summary>
    public static Arbitrary<byte[]> Broken(byte[] sound) => Arb.From(Break(sound).NonEmptyListOf().Select(changes => changes.Aggregate(sound, (file, change) => change(file))));

    private static Gen<Func<byte[], byte[]>> Break(byte[] sound) =>
        from place in Gen.Choose(0, sound.Length)
        from length in Gen.Choose(1, 64)
        from content in Gen.Choose(0, 255).Select(value => (byte)value).ListOf(length)
        from kind in Gen.Choose(0, 3)
        select (Func<byte[], byte[]>)(file => Break(file, Math.Min(place, file.Length), [.. content], kind));

    private static byte[] Break(byte[] file, int place, byte[] content, int kind)
    {
        var after = Math.Min(file.Length, place + content.Length);
        return kind switch
        {
            0 => [.. file.AsSpan(0, place), .. content.AsSpan(0, after - place), .. file.AsSpan(after)],
            1 => [.. file.AsSpan(0, place), .. file.AsSpan(after)],
            2 => [.. file.AsSpan(0, place), .. content, .. file.AsSpan(place)],
            _ => file[..place],
        };
    }

    private static IEnumerable<(int Start, int Length)> Parts(int whole)
    {
        for (var length = whole; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= whole; start += length)
                yield return (start, length);
        }
    }
}
