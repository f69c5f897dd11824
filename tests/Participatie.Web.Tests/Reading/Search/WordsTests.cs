using System.Text;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Tests.Reading.Search;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Coöperatie ’t Sticht", "cooperatie sticht")]
    [InlineData("ÉÉN lokaal voor de jongeren", "lokaal jongeren")]
    [InlineData("Cafe\u0301 Şükrü, Łódź, Smørrebrød en Straße", "cafe sukru lodz smorrebrod strasse")]
    [InlineData("wijk-7: € 30.000!", "wijk 7 30 000")]
    [InlineData("foto's", "foto")]
    [InlineData("مرحبا بالعالم", "مرحبا بالعالم")]
    [InlineData("\"NEAR(a b)\" OR * -x ^y {z} :", "near or")]
    [InlineData("🙂 \ud800 \0 ½ ﷺ", null)]
    public void Only_what_tells_something_is_left(string text, string? words)
    {
        var found = Words.In(text).Select(word => word.Letters).ToList();

        if (words is not null)
            Assert.Equal(words, string.Join(' ', found));
        Assert.All(found, word => Assert.All(word.EnumerateRunes(), sign => Assert.True(Rune.IsLetterOrDigit(sign))));
    }

    [Fact]
    public void A_word_knows_where_it_stands()
    {
        const string text = "De één, twéé bomen";

        Assert.Equal(["twéé", "bomen"], Words.In(text).Select(word => text.Substring(word.Start, word.Length)));
    }

    [Fact]
    public void An_endless_word_is_cut_off_between_signs()
    {
        Assert.Equal(40, Assert.Single(Words.In(new string('x', 10_000))).Letters.Length);
        Assert.Equal(20, Assert.Single(Words.In(string.Concat(Enumerable.Repeat("x𝒳", 200)))).Letters.EnumerateRunes().Count(sign => sign.Value == 'x') / 2);
    }
}
