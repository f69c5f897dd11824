using Participatie.Web.Minutes.Comparing;

namespace Participatie.Web.Tests.Minutes;

public sealed class TextDifferenceTests
{
    [Fact]
    public void Equal_texts_do_not_differ() => Assert.DoesNotContain(TextDifference.Of("Een\nTwee", "Een\nTwee"), line => line.IsChanged);

    [Fact]
    public void A_reworded_line_shows_which_words_came_and_went()
    {
        var line = Assert.Single(TextDifference.Of("Het was op dinsdag koud.", "Het was op woensdag koud."));

        Assert.Equal("dinsdag", Assert.Single(line.Pieces, piece => piece.Change == Change.Removed).Text);
        Assert.Equal("woensdag", Assert.Single(line.Pieces, piece => piece.Change == Change.Added).Text);
        Assert.Equal("Het was op woensdag koud.", string.Concat(line.Pieces.Where(piece => piece.Change != Change.Removed).Select(piece => piece.Text)));
    }

    [Theory]
    [InlineData("", "Een\nTwee")]
    [InlineData("Een\nTwee", "")]
    [InlineData("Een\nTwee\nDrie", "Nul\nEen\nDrie\nVier")]
    [InlineData("a  b\tc\n\n\nd", "a b c\n\nd\n")]
    public void Both_texts_can_be_read_back_from_their_difference(string older, string newer)
    {
        var lines = TextDifference.Of(older, newer);

        Assert.Equal(Words(older), Words(string.Join('\n', lines.Select(line => Text(line, Change.Added)))));
        Assert.Equal(Words(newer), Words(string.Join('\n', lines.Select(line => Text(line, Change.Removed)))));
    }

    [Fact]
    public void A_long_stretch_that_stayed_is_left_out()
    {
        var older = string.Join('\n', Enumerable.Range(1, 50));

        var shown = TextDifference.Shorten(TextDifference.Of(older, older.Replace("\n25\n", "\nvijfentwintig\n", StringComparison.Ordinal)), around: 1);

        Assert.Equal([null, "24", "vijfentwintig", "26", null], shown.Select(line => line is null ? null : Text(line, Change.Removed)));
    }

    private static string Text(DifferenceLine line, Change without) => string.Concat(line.Pieces.Where(piece => piece.Change != without).Select(piece => piece.Text));

    private static string[] Words(string text) => text.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
}
