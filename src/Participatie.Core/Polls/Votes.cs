namespace Participatie.Core.Polls;

/// <summary>All that an outcome follows from, so that anybody who has it finds the same outcome.</summary>
/// <param name="Ballots">The valid ballots; their order means nothing.</param>
/// <param name="Options">The number of options on the ballot.</param>
/// <param name="Lots">The options that were drawn by lot after a tie, in the order of drawing; none when no lot was drawn.</param>
public sealed record Votes(IReadOnlyList<IReadOnlyList<Choice>> Ballots, int Options, Electorate Electorate, IReadOnlyList<int> Lots);
