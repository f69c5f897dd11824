namespace Participatie.Core.Polls;

/// <summary>
/// Yes, no or abstain, decided by a majority. Abstentions count as turnout; whether they count for the majority, its
/// base says. Under a simple majority as many for as against is a tie.
/// </summary>
public sealed record YesNoAbstain(Majority Majority) : CountingMethod
{
    public const string MethodName = "yesNoAbstain";

    /// <summary>Decided by more votes for than against.</summary>
    public YesNoAbstain()
        : this(Majority.Ordinary)
    {
    }

    private const int Yes = 0;
    private const int No = 1;

    public override string Name => MethodName;

    public override MethodSettings Settings => new(Majority: Majority);

    public override int MostChoices(int options) => 1;

    public override Outcome Decide(Votes votes)
    {
        var tally = Tally.OfMarks(votes);
        var (yes, no) = (tally.Counts[Yes], tally.Counts[No]);
        var needed = Majority.Needed(yes + no, tally.Ballots, votes.Electorate.Entitled);
        var outcome = new Outcome(Result.Rejected, tally) { Needed = needed };
        return yes + no == 0 ? outcome with { Result = Result.NoVotes }
            : yes >= needed ? outcome with { Result = Result.Adopted, Winners = [Yes] }
            : yes == no && Majority.Kind == MajorityKind.Simple ? ByLot(outcome, votes.Lots)
            : outcome;
    }

    private static Outcome ByLot(Outcome outcome, IReadOnlyList<int> lots) => lots.FirstOrDefault(lot => lot is Yes or No, -1) switch
    {
        Yes => outcome with { Result = Result.Adopted, Winners = [Yes], Lots = [Yes] },
        No => outcome with { Lots = [No] },
        _ => outcome with { Result = Result.Tie, Tied = [Yes, No] },
    };
}
