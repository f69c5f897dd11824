namespace Participatie.Core.Polls;

/// <summary>The marks that one option got.</summary>
/// <param name="Spread">How many ballots gave each mark, from <see cref="Score.Lowest"/> up.</param>
public sealed record Rating(IReadOnlyList<int> Spread)
{
    private int Ballots => Spread.Sum();

    /// <summary>The mean mark in hundredths, rounded half up: exact arithmetic, so that everybody finds the same. 0 without ballots.</summary>
    public int MeanHundredths => Ballots == 0 ? 0 : (int)((200L * Total + Ballots) / (2L * Ballots));

    /// <summary>The middle mark, or the mean of the two middle marks, times two. 0 without ballots.</summary>
    public int MedianTwice => Ballots == 0 ? 0 : MarkAt((Ballots - 1) / 2) + MarkAt(Ballots / 2);

    private int Total => Spread.Select((number, index) => number * (Score.Lowest + index)).Sum();

    internal static Rating Of(Votes votes, int option)
    {
        var spread = new int[Score.Highest - Score.Lowest + 1];
        foreach (var ballot in votes.Ballots)
            spread[ballot.First(choice => choice.Option == option).Value!.Value - Score.Lowest]++;
        return new Rating(spread);
    }

    private int MarkAt(int position)
    {
        var mark = 0;
        for (var below = Spread[0]; below <= position; below += Spread[mark])
            mark++;
        return Score.Lowest + mark;
    }
}
