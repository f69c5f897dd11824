using System.Text.Encodings.Web;
using Participatie.Web.Reading.Search;

namespace Participatie.Web.Tests.Reading.Search;

public sealed class ExcerptTests
{
    [Fact]
    public void Found_words_are_marked_as_they_stand_in_the_text() =>
        Assert.Equal(
            "Twee <mark>bomen</mark>, één <mark>Boom</mark> en een <mark>boompje</mark>.",
            Read(Excerpt.Marked("Twee bomen, één Boom en een boompje.", Question.Of("boom"))));

    [Fact]
    public void Accents_make_no_difference() => Assert.Equal("Naar het <mark>café</mark>", Read(Excerpt.Marked("Naar het café", Question.Of("CAFE"))));

    [Fact]
    public void What_people_typed_is_escaped() =>
        Assert.Equal(
            "&lt;b&gt;<mark>lamp</mark>&lt;/b&gt; &amp; <mark>lampen</mark>&lt;script&gt;",
            Write(Excerpt.Of("<b>lamp</b> & lampen<script>", Question.Of("lamp"))));

    [Fact]
    public void The_part_where_most_words_stand_together_is_shown()
    {
        var text = $"Een tunnel. {Filling(40)} Er komen lampen in de tunnel. {Filling(40)} Weer lampen.";

        var excerpt = Read(Excerpt.Of(text, Question.Of("lampen tunnel")));

        Assert.Contains("Er komen <mark>lampen</mark> in de <mark>tunnel</mark>.", excerpt, StringComparison.Ordinal);
        Assert.StartsWith("… ", excerpt, StringComparison.Ordinal);
        Assert.EndsWith(" …", excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_of_the_words_its_beginning_is_shown()
    {
        var excerpt = Read(Excerpt.Of($"Het begin. {Filling(80)}", Question.Of("fietspad")));

        Assert.StartsWith("Het begin.", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 150, 250);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("🙂")]
    public void No_text_is_too_odd_to_cut(string piece)
    {
        foreach (var length in Enumerable.Range(0, 400))
            _ = Read(Excerpt.Of(string.Concat(Enumerable.Repeat(piece, length)) + "lamp" + string.Concat(Enumerable.Repeat(piece, length)), Question.Of("lamp")));
    }

    private static string Filling(int words) => string.Join(' ', Enumerable.Repeat("woordje", words)) + ".";

    private static string Read(Passage passage) => string.Concat(passage.Fragments.Select(fragment => fragment.Found ? $"<mark>{fragment.Text}</mark>" : fragment.Text));

    private static string Write(Passage passage)
    {
        using var writer = new StringWriter();
        passage.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
