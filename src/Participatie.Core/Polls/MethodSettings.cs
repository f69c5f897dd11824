namespace Participatie.Core.Polls;

/// <summary>What a facilitator may set about a counting method; each method uses what it needs and leaves the rest.</summary>
/// <param name="MaxChoices">The largest number of options on one ballot.</param>
/// <param name="Winners">How many options are chosen.</param>
/// <param name="Dots">The number of dots that each voter may give away.</param>
/// <param name="DotsPerOption">The largest number of dots that one voter may give to one option.</param>
/// <param name="Majority">The majority that is asked; null where the most votes win.</param>
public sealed record MethodSettings(int MaxChoices = 1, int Winners = 1, int Dots = 1, int DotsPerOption = 1, Majority? Majority = null);
