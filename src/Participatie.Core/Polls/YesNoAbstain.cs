namespace Participatie.Core.Polls;

/// <summary>
/// Yes, no or abstain, decided by simple majority: more votes for than against. Abstentions count as turnout,
/// not as votes (Gemeentewet, article 30: decisions are taken by the majority of those who cast a vote).
/// </summary>
public sealed record YesNoAbstain : CountingMethod
{
    public const string MethodName = "yesNoAbstain";

    private const int Yes = 0;
    private const int No = 1;

    public override string Name => MethodName;

    public override int MaxChoices => 1;

    public override Outcome Decide(Tally tally)
    {
        var cast = tally.Counts[Yes] + tally.Counts[No];
        var needed = Majority.Simple(cast);
        return new Outcome(Result(tally, needed), tally, tally.Counts[Yes] >= needed ? [Yes] : [], needed);
    }

    private static Result Result(Tally tally, int needed) =>
        tally.Counts[Yes] + tally.Counts[No] == 0 ? Polls.Result.NoVotes
        : tally.Counts[Yes] >= needed ? Polls.Result.Adopted
        : tally.Counts[Yes] == tally.Counts[No] ? Polls.Result.Tie
        : Polls.Result.Rejected;
}
