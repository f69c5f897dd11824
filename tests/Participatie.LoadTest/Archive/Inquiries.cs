using System.Globalization;

namespace Participatie.LoadTest.Archive;

/// <summary>What somebody asks: an address, and what kind of question it is.</summary>
internal sealed record Inquiry(string Kind, string Path);

/// <summary>Questions of many kinds, mixed.</summary>
internal static class Inquiries
{
    /// <summary>Makes so many questions of each kind.</summary>
    public static IReadOnlyList<Inquiry> Make(int each, ulong seed)
    {
        var dice = new Dice(seed);
        string Frequent() => dice.Pick(Prose.Frequent);
        string Rare() => dice.Pick(Prose.Rare);

        (string Kind, Func<string> Query)[] kinds =
        [
            ("a frequent word", () => $"q={Frequent()}"),
            ("a rare word", () => $"q={Rare()}"),
            ("the beginning of words", () => $"q={Frequent()[..3]}"),
            ("two frequent words", () => $"q={Frequent()}+{Frequent()}"),
            ("a frequent and a rare word", () => $"q={Frequent()}+{Rare()}"),
            ("a word, in an area and a year", () => $"q={Frequent()}&wijk={dice.Pick(["utrecht-overvecht", "delft-west"])}&jaar={2014 + dice.Roll(12)}"),
            ("a word, of a theme and a kind", () => $"q={Frequent()}&thema=jeugd&soort=advies"),
            ("filters only, a later page", () => $"q=&soort=verslag&pagina={1 + dice.Roll(25)}"),
            ("a word that is nowhere", () => string.Create(CultureInfo.InvariantCulture, $"q=xylofoon{dice.Roll(1_000_000)}")),
        ];
        return dice.Shuffle(kinds.SelectMany(kind => Enumerable.Range(0, each).Select(_ => new Inquiry(kind.Kind, $"/zoeken?{kind.Query()}"))));
    }
}
