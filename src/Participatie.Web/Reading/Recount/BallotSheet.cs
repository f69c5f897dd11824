using System.Globalization;
using Participatie.Core.Polls;
using Participatie.Web.Polls;

namespace Participatie.Web.Reading.Recount;

/// <summary>Counted ballots as a sheet: a row for each, in their shuffled order, and a column for each option.</summary>
public static class BallotSheet
{
    /// <summary>The file's bytes.</summary>
    /// <param name="reasonName">What the column with reasons is called, in a poll that has them.</param>
    public static byte[] Write(PollResult poll, IEnumerable<IReadOnlyList<Choice>> ballots, string reasonName)
    {
        var reasons = poll.Rule is Consent;
        return Sheet.Write(
        [
            [.. poll.Options, .. reasons ? [reasonName] : Array.Empty<string>()],
            .. ballots.Select(ballot => (string[])[.. poll.Options.Select((_, option) => Cell(ballot, option)), .. reasons ? [ballot[0].Reason ?? ""] : Array.Empty<string>()]),
        ]);
    }

    /// <summary>The rank, mark or dots that the ballot gives to an option; 1 where the method has none of those; else empty.</summary>
    private static string Cell(IReadOnlyList<Choice> ballot, int option) =>
        ballot.Where(choice => choice.Option == option).Select(choice => (choice.Value ?? 1).ToString(CultureInfo.InvariantCulture)).FirstOrDefault("");
}
