using Participatie.Core.Polls;
using Participatie.Web.Polls;

namespace Participatie.Web.Tests.Polls;

public sealed class BallotTextTests
{
    [Fact]
    public void A_ballot_reads_as_it_was_written_whatever_the_order_of_its_marks()
    {
        Assert.Equal("0,2", BallotText.Write([new Choice(2), new Choice(0)]));
        Assert.Equal("0:3,2:1", BallotText.Write([new Choice(2, 1), new Choice(0, 3)]));
        Assert.Equal([new Choice(0, 3), new Choice(2, 1)], BallotText.Read("0:3,2:1"));
    }

    [Fact]
    public void A_reason_is_kept_as_it_was_written()
    {
        Choice[] ballot = [new(2, Reason: "Te druk; en 0:3, zegt men")];

        Assert.Equal(ballot, BallotText.Read(BallotText.Write(ballot)));
    }

    [Fact]
    public void A_field_that_was_left_open_is_no_mark() => Assert.Equal([new Choice(1)], BallotText.Parse(["", "1", null]));

    [Fact]
    public void A_form_posts_one_field_a_mark() =>
        Assert.Equal([new Choice(1), new Choice(0, 5)], BallotText.Parse(["1", "0:5"]));

    [Theory]
    [InlineData("ja")]
    [InlineData("-1")]
    [InlineData("1:2:3")]
    [InlineData("99999999999")]
    [InlineData("1:x")]
    public void What_is_not_a_mark_is_no_ballot(string posted) => Assert.Null(BallotText.Parse(["0", posted]));
}
