namespace Participatie.Core.Polls;

/// <summary>One mark on a ballot.</summary>
/// <param name="Option">The option's position on the ballot, from 0.</param>
/// <param name="Value">Rank (1 is first), points or dots, for the methods that ask for it; otherwise left out.</param>
/// <param name="Reason">In the voter's own words, for the methods that ask for it; otherwise left out.</param>
public readonly record struct Choice(int Option, int? Value = null, string? Reason = null);
