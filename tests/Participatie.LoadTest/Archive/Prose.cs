namespace Participatie.LoadTest.Archive;

/// <summary>
/// Dutch by its words: how often each comes falls with its rank (Zipf's law), so that a few are nearly everywhere and most
/// are rare. After the small words come those of neighbourhoods, then what Dutch makes by writing two of them as one.
/// </summary>
internal sealed class Prose(Dice dice)
{
    private static readonly string[] Small = Split(
        """
        de en van het een in is dat op te voor die met zijn er niet aan om bij ook als maar we door naar dan wordt worden kan
        uit zo over of hebben moet nog meer geen tot deze daar wat mensen jaar gaat komt tussen weer onze nieuwe goed
        """);

    private static readonly string[] Stems = Split(
        """
        wijk buurt straat plein bewoner gemeente tafel jongeren kinderen school geld woning huis groen boom park fiets auto
        verkeer veiligheid licht lamp tunnel afval zorg ouderen werk sport spel muziek winkel markt bus halte brug water
        natuur energie warmte huur bouw sloop kunst feest bibliotheek taal cursus vrijwilliger vereniging moskee kerk politie
        drempel zebra parkeer stoep bank tuin dak zon regen dier hond gezondheid dokter apotheek eten kook keuken koffie
        """);

    private static readonly string[] Heads = Split(
        """
        plan overleg avond project plek pad centrum team groep dag beleid probleem budget regel controle kaart onderzoek
        besluit advies toezicht overlast beheer commissie medewerker bezoek campagne fonds nota route zone norm kosten ruimte
        """);

    private static readonly string[] Vocabulary = [.. Small, .. Stems, .. Stems.Select(stem => $"{stem}en"), .. Heads, .. Compounds()];

    private static readonly double[] Cumulative = Accumulate();

    /// <summary>Words that many documents have, the most frequent first.</summary>
    public static IReadOnlyList<string> Frequent { get; } = [.. Stems, .. Heads];

    /// <summary>Words that few documents have.</summary>
    public static IReadOnlyList<string> Rare { get; } = Vocabulary[(Vocabulary.Length / 2)..];

    /// <summary>So many words in sentences and lines.</summary>
    public string Write(int words) => string.Join(' ', Enumerable.Range(1, words).Select(number => number % 60 == 0 ? $"{Word()}.\n" : number % 12 == 0 ? $"{Word()}." : Word()));

    private string Word()
    {
        var found = Array.BinarySearch(Cumulative, dice.Fraction() * Cumulative[^1]);
        return Vocabulary[found < 0 ? Math.Min(~found, Vocabulary.Length - 1) : found];
    }

    private static string[] Compounds() =>
        new Dice(7).Shuffle(from stem in Stems from head in Heads from ending in (string[])["", "en"] select $"{stem}{head}{ending}");

    private static double[] Accumulate()
    {
        var sum = 0.0;
        return [.. Vocabulary.Select((_, rank) => sum += 1 / (rank + 2.7))];
    }

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
