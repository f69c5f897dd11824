using System.Globalization;
using Participatie.Core.Polls;

namespace Participatie.Core.Tests.Polls;

/// <summary>How the documents write ballots; an option that is not on the ballot gets the number after the last.</summary>
/// <param name="Ranked">True where <c>Park</c> alone means: Park first.</param>
internal sealed record BallotNotation(string[] Options, bool Ranked)
{
    /// <summary>
    /// Reads marks (<c>Lamps + Trees</c>), points (<c>Lamps = 3 + Trees = 1</c>), ranks (<c>Park ~ Market > Trees</c>, those
    /// on a level joined) and reasons (<c>Objection "too loud"</c>).
    /// </summary>
    public IReadOnlyList<Choice> Ballot(string text) =>
        text is "(blank)" ? []
        : text.Contains(" > ", StringComparison.Ordinal) || (Ranked && !text.Contains(" = ", StringComparison.Ordinal)) ? Ranks(text)
        : [.. text.Split(" + ").Select(Mark)];

    /// <summary>Reads piles of equal ballots: <c>2 × Lamps + Trees, 1 × Trees</c>.</summary>
    public IEnumerable<IReadOnlyList<Choice>> Ballots(string text) => text is "none" ? [] : text.Split(", ").SelectMany(Pile);

    /// <summary>Reads lots in the order of drawing: <c>Park, Trees</c>.</summary>
    public IReadOnlyList<int> Lots(string text) => text.Length == 0 ? [] : [.. text.Split(", ").Select(Option)];

    private IEnumerable<IReadOnlyList<Choice>> Pile(string text) =>
        text.Split(" × ") is [var number, var ballot]
            ? Enumerable.Repeat(Ballot(ballot), int.Parse(number, CultureInfo.InvariantCulture))
            : throw new InvalidDataException($"Not a pile of ballots: '{text}'.");

    private IReadOnlyList<Choice> Ranks(string text) =>
        [.. text.Split(" > ").SelectMany((level, index) => level.Split(" ~ ").Select(option => new Choice(Option(option), index + 1)))];

    private Choice Mark(string text) =>
        text.Split(" = ") is [var option, var value] ? new Choice(Option(option), int.Parse(value, CultureInfo.InvariantCulture))
        : text.Split('"') is [var stance, var reason, ""] ? new Choice(Option(stance.Trim()), Reason: reason)
        : new Choice(Option(text));

    private int Option(string text) => Array.IndexOf(Options, text) is >= 0 and var option ? option : Options.Length;
}
