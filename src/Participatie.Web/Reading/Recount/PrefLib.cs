using System.Globalization;
using System.Text;
using Participatie.Core.Polls;
using Participatie.Web.Polls;

namespace Participatie.Web.Reading.Recount;

/// <summary>
/// Counted rankings as researchers exchange them (https://preflib.github.io/PrefLib-Jekyll/format): strict or tied
/// orders, complete or not, each with the number of ballots that have it.
/// </summary>
/// <param name="Extension">The kind of orders: soc, soi, toc or toi. It is also the end of the file's name.</param>
public sealed record PrefLib(string Extension, string Text)
{
    public static bool IsFor(PollResult poll) => poll is { Rule: Ranking, Outcome.CountsHidden: false };

    public static PrefLib Of(PollResult poll, IReadOnlyList<IReadOnlyList<Choice>> ballots)
    {
        var orders = ballots.Select(Order).CountBy(order => order, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var tied = orders.Exists(pair => pair.Key.Contains('{', StringComparison.Ordinal));
        var complete = ballots.All(ballot => ballot.Count == poll.Options.Count);
        var extension = $"{(tied ? 't' : 's')}o{(complete ? 'c' : 'i')}";

        var text = new StringBuilder();
        foreach (var line in (IEnumerable<string>)[.. Heading(poll, extension, ballots.Count, orders.Count), .. orders.Select(Line)])
            text.Append(line).Append('\n');
        return new PrefLib(extension, text.ToString());
    }

    private static IEnumerable<string> Heading(PollResult poll, string extension, int ballots, int orders)
    {
        var date = (poll.ClosedAt ?? default).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
        [
            $"# FILE NAME: {BallotFiles.NameOf(poll, extension)}",
            $"# TITLE: {OneLine(poll.Question)}",
            "# DESCRIPTION: ",
            $"# DATA TYPE: {extension}",
            "# MODIFICATION TYPE: original",
            "# RELATES TO: ",
            "# RELATED FILES: ",
            $"# PUBLICATION DATE: {date}",
            $"# MODIFICATION DATE: {date}",
            string.Create(CultureInfo.InvariantCulture, $"# NUMBER ALTERNATIVES: {poll.Options.Count}"),
            string.Create(CultureInfo.InvariantCulture, $"# NUMBER VOTERS: {ballots}"),
            string.Create(CultureInfo.InvariantCulture, $"# NUMBER UNIQUE ORDERS: {orders}"),
            .. poll.Options.Select((name, option) => string.Create(CultureInfo.InvariantCulture, $"# ALTERNATIVE NAME {option + 1}: {OneLine(name)}")),
        ];
    }

    private static string Order(IReadOnlyList<Choice> ballot) => string.Join(',', ballot.GroupBy(choice => choice.Value).OrderBy(level => level.Key).Select(Level));

    private static string Level(IEnumerable<Choice> level)
    {
        var numbers = level.Select(choice => choice.Option + 1).Order().Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        return numbers.Count == 1 ? numbers[0] : $"{{{string.Join(',', numbers)}}}";
    }

    private static string Line(KeyValuePair<string, int> order) => string.Create(CultureInfo.InvariantCulture, $"{order.Value}: {order.Key}");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
