namespace Participatie.Core.Polls;

/// <summary>The people that a majority or a quorum may be reckoned by.</summary>
/// <param name="Entitled">Who may vote: the voting passes that were valid when the poll opened.</param>
/// <param name="Present">Who of them is there: the passes in use when the poll closes, on a phone or on paper.</param>
public readonly record struct Electorate(int Entitled, int Present);
