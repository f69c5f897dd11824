namespace Participatie.Core.Polls;

/// <summary>One mark on a ballot.</summary>
/// <param name="Option">The option's position on the ballot, from 0.</param>
/// <param name="Value">Rank or points, for the methods that ask for it; otherwise left out.</param>
public readonly record struct Choice(int Option, int? Value = null);
