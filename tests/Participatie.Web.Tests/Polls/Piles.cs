using Participatie.Core.Polls;

namespace Participatie.Web.Tests.Polls;

/// <summary>Ballots with one option each, as piles of a given height per option.</summary>
internal static class Piles
{
    public static Outcome Decide(CountingMethod method, params int[] heights) => Decide(method, lots: [], heights);

    public static Outcome Decide(CountingMethod method, IReadOnlyList<int> lots, params int[] heights)
    {
        var ballots = heights.SelectMany((height, option) => Enumerable.Repeat<IReadOnlyList<Choice>>([new Choice(option)], height));
        return method.Decide(new Votes([.. ballots], heights.Length, new Electorate(Entitled: 100, Present: 90), lots));
    }
}
