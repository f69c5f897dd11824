using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Tests.Reading.Search;

public sealed class DutchStemTests() : StoreTests(DatabaseKind.Postgres)
{
    private static readonly string[] Words =
    [
        "bomen", "boom", "woningen", "woning", "jongeren", "jongere", "jeugd", "veiligheid", "veilig", "veilige", "onveiligheden", "mogelijkheden",
        "mogelijk", "mogelijke", "lampen", "lamp", "straten", "straat", "wegen", "weg", "bewoners", "bewoner", "gemeente", "gemeenten", "gemeentelijk",
        "gemeentelijke", "besluiten", "besluit", "vergadering", "vergaderingen", "stemming", "stemmen", "stemde", "parkeren", "parkeerplaatsen",
        "zichtbaar", "zichtbare", "haalbaar", "bruikbare", "aaien", "bloeien", "royaal", "yoghurt", "buurthuizen", "huis", "knappe", "bakken", "bedden",
        "natte", "scheiding", "bevestigd", "eenzaamheid", "gelijkheid", "gezondheid", "kinderen", "kind", "auto", "fietsen", "fietser", "drempels",
        "zee", "een", "ene", "maan", "manen", "beleid", "leegstand", "lopende", "lopend", "schoon", "schone", "twee", "plannen", "subsidies", "foto", "menig",
        "eigendom", "vrijwilligers", "wonen", "woonachtig", "bezig", "bezigheden", "belangrijk", "belangrijke", "rustige", "heden", "gehandicapten", "zes", "s",
    ];

    [Fact]
    public async Task Stems_are_those_of_the_published_algorithm_as_PostgreSQL_has_it()
    {
        // The dictionary leaves out words that say nothing, as ours do elsewhere.
        var theirs = await Db.QueryAsync<StemRow>("select word, (ts_lexize('dutch_stem', word))[1] as stem from unnest(@Words) word", new { Words }, Ct);

        Assert.All(theirs.Where(row => row.Stem is not null), row => Assert.Equal((row.Word, row.Stem), (row.Word, DutchStem.Of(row.Word))));
        Assert.True(theirs.Count(row => row.Stem is not null) > Words.Length / 2);
    }

    [Theory]
    [InlineData("bomen", "boom")]
    [InlineData("jongeren", "jongere")]
    [InlineData("veiligheid", "veilige")]
    [InlineData("vergaderingen", "vergadering")]
    public void Forms_of_one_word_share_a_stem(string one, string other) => Assert.Equal(DutchStem.Of(one), DutchStem.Of(other));

    [Fact]
    public void Words_of_other_languages_and_scripts_break_nothing() =>
        Assert.All((string[])["", "y", "yy", "iii", "zażółć", "مرحبا", "日本", "🙂", "aaaaaaaaaa", "eeen"], word => Assert.NotNull(DutchStem.Of(word)));

    private sealed record StemRow(string Word, string? Stem);
}
