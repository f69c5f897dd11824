using Participatie.Web.Meetings;

namespace Participatie.Web.Tests.Meetings;

public sealed class CodesTests
{
    [Theory]
    [InlineData("abc-123", "ABC123")]
    [InlineData(" a b c 1 2 3 ", "ABC123")]
    [InlineData("oO0", "000")]
    [InlineData("iIlL1", "11111")]
    [InlineData("é★\n\0", "")]
    [InlineData(null, "")]
    public void What_people_type_is_read_as_what_they_mean(string? typed, string meant) => Assert.Equal(meant, Codes.Normalize(typed));

    [Fact]
    public void A_code_survives_being_copied_in_two_groups()
    {
        var pass = Codes.NewPass();

        Assert.Equal(pass, Codes.Normalize(Codes.Spaced(pass)));
    }

    [Fact]
    public void No_code_holds_a_look_alike()
    {
        var all = string.Concat(Enumerable.Range(0, 500).Select(_ => Codes.NewPass()));

        Assert.Equal(500 * Codes.PassLength, all.Length);
        Assert.DoesNotContain(all, character => "ILOU".Contains(character, StringComparison.Ordinal));
        Assert.Equal(32, all.Distinct().Count()); // five random bits a character, so forty in a pass
    }
}
