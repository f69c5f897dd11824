namespace Participatie.Core.Polls;

/// <summary>
/// No objection, a concern, or an objection with its reason. Without objections the table consents; concerns are noted.
/// An objection is to be heard before the table goes on: it is not outvoted (sociocratic decision making, G. Endenburg,
/// "Sociocratie", 1981).
/// </summary>
public sealed record Consent : CountingMethod
{
    public const string MethodName = "consent";

    public const int LongestReason = 280;

    private const int NoObjection = 0;
    private const int Objection = 2;

    public override string Name => MethodName;

    public override int MostChoices(int options) => 1;

    /// <summary>May a ballot with this option on it say why? An objection must.</summary>
    public static bool TakesReason(int option) => option != NoObjection;

    protected override bool AcceptsMarks(IReadOnlyList<Choice> choices, int options) => choices[0] switch
    {
        { Value: not null } => false,
        { Reason: null } choice => choice.Option != Objection,
        var choice => TakesReason(choice.Option) && !string.IsNullOrWhiteSpace(choice.Reason) && choice.Reason.Length <= LongestReason,
    };

    public override Outcome Decide(Votes votes)
    {
        var tally = Tally.OfMarks(votes);
        var result = tally.Ballots == 0 ? Result.NoVotes
            : tally.Counts[Objection] > 0 ? Result.Objected
            : Result.Consented;
        return new Outcome(result, tally)
        {
            Winners = result == Result.Consented ? [NoObjection] : [],
            Reasons = [.. votes.Ballots.Select(ballot => ballot[0]).Where(choice => choice.Reason is not null)
                .OrderByDescending(choice => choice.Option).ThenBy(choice => choice.Reason, StringComparer.Ordinal)],
        };
    }
}
