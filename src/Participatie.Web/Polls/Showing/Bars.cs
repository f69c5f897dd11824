using System.Globalization;
using Participatie.Core.Polls;

namespace Participatie.Web.Polls.Showing;

/// <summary>The bars of a result: how long, and the number beside them.</summary>
public static class Bars
{
    /// <summary>A full bar: all ballots, the highest mark from all of them, or the most points.</summary>
    public static int Full(Outcome outcome) => Math.Max(1, outcome switch
    {
        { Ratings: not null } => outcome.Tally.Ballots * Score.Highest,
        { Tally: var tally } => Math.Max(tally.Ballots, tally.Counts.Max()),
    });

    public static string Label(Outcome outcome, int option) => outcome.Ratings is { } ratings
        ? Marks.Mean(ratings[option])
        : outcome.Tally.Counts[option].ToString(CultureInfo.CurrentCulture);
}
