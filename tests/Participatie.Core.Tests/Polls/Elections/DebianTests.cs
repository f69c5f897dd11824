using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls.Elections;

public sealed class DebianTests
{
    [Theory]
    [InlineData("debian-2007.csv", 482,
        "Sam Hocevar, Steve McIntyre, Raphaël Hertzog, Wouter Verhelst, Anthony Towns, Gustavo Franco, None Of The Above, Simon Richter, Aigars Mahinovs")]
    [InlineData("debian-2020.csv", 339, "Jonathan Carter, Sruthi Chandran, Brian Gupta, None Of The Above")]
    public void Schulze_finds_the_whole_order_that_was_published(string file, int ballots, string order)
    {
        var published = PublishedFile.Read(file);
        var names = published.Columns.SkipLast(1).ToList();

        var outcome = new Schulze().Decide(new Votes([.. published.Rows.SelectMany(Pile)], names.Count, default, []));

        Assert.Equal(ballots, outcome.Tally.Ballots);
        Assert.Equal(order.Split(", "), outcome.Pairwise!.Order.Select(level => names[Assert.Single(level)]));
    }

    [Theory]
    [InlineData("debian-2007.csv")]
    [InlineData("debian-2020.csv")]
    public void Every_ballot_is_valid_here_as_it_was_there(string file)
    {
        var published = PublishedFile.Read(file);

        Assert.All(published.Rows.SelectMany(Pile), ballot => Assert.True(new Schulze().Accepts(ballot, published.Columns.Count - 1)));
    }

    private static IEnumerable<IReadOnlyList<Choice>> Pile(string[] row) => Enumerable.Repeat(
        row[..^1].Index().Where(cell => cell.Item.Length > 0).Select(cell => new Choice(cell.Index, PublishedFile.Number(cell.Item))).ToList(),
        PublishedFile.Number(row[^1]));
}
