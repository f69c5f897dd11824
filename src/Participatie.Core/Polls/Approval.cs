namespace Participatie.Core.Polls;

/// <summary>
/// Every option that the voter can live with; the options that most approve are chosen
/// (S.J. Brams and P.C. Fishburn, "Approval Voting", American Political Science Review 72, 1978).
/// </summary>
/// <param name="Winners">How many options are chosen.</param>
public sealed record Approval(int Winners = 1) : CountingMethod
{
    public const string MethodName = "approval";

    public override string Name => MethodName;

    public override MethodSettings Settings => new(Winners: Winners);

    public override int MostChoices(int options) => options;

    public override Outcome Decide(Votes votes) => Outcome.ByMostVotes(Tally.OfMarks(votes), Winners, votes.Lots);
}
