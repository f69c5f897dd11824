using Participatie.LoadTest.Phones;
using Participatie.Web.Live;

namespace Participatie.LoadTest.Measures;

/// <summary>What the phones know to be confirmed, beside what the server published.</summary>
internal sealed record Tally(int Confirmed, int Counted, int Differences)
{
    /// <summary>Every confirmed vote has to be counted once, as it was confirmed last.</summary>
    public static Tally Compare(IEnumerable<Vote?> last, PollView published)
    {
        var confirmed = last.OfType<Vote>().Where(vote => vote.PollId == published.Id).ToList();
        var counts = published.Counts ?? throw new InvalidOperationException("The result is not released.");
        var differences = Enumerable.Range(0, published.Options.Count)
            .Sum(option => Math.Abs(confirmed.Count(vote => vote.Option == option) - counts.GetValueOrDefault(option)));
        return new Tally(confirmed.Count, published.Ballots, Math.Max(differences, Math.Abs(confirmed.Count - published.Ballots)));
    }
}
