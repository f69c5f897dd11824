namespace Participatie.Core.Polls;

/// <summary>The rules of one poll, as they are frozen when it opens.</summary>
/// <param name="State">Where the poll is in its life.</param>
/// <param name="Method">How a ballot is filled in and counted.</param>
/// <param name="Options">The texts on the ballot, in order.</param>
/// <param name="Binding">True when only holders of a voting pass vote and the table is bound by the outcome.</param>
/// <param name="Secret">True when nobody may ever learn who chose what.</param>
/// <param name="Quorum">How many must vote; null when any number will do.</param>
public sealed record Poll(PollState State, CountingMethod Method, IReadOnlyList<string> Options, bool Binding, bool Secret, Quorum? Quorum = null)
{
    /// <summary>
    /// With fewer secret ballots than this, the numbers would tell everybody who voted what the others chose, so only the
    /// verdict is kept. A higher number would hide more than it protects: at a table of eight a result without numbers
    /// could not be recounted by anyone.
    /// </summary>
    public const int SmallestSecretGroup = 3;

    /// <summary>May this ballot be stored? Whether it is new or a change only the ballot box can tell.</summary>
    public Verdict Judge(IReadOnlyList<Choice> choices, bool holdsPass) =>
        State != PollState.Open ? Verdict.Closed
        : Binding && !holdsPass ? Verdict.NotEntitled
        : !Method.Accepts(choices, Options.Count) ? Verdict.InvalidChoice
        : Verdict.Accepted;

    /// <summary>Counts ballots and says what they mean.</summary>
    /// <param name="lots">The lots drawn after a tie, in the order of drawing.</param>
    public Outcome Count(IEnumerable<IReadOnlyList<Choice>> ballots, Electorate electorate, IReadOnlyList<int> lots)
    {
        var outcome = Method.Decide(new Votes([.. ballots], Options.Count, electorate, lots)) with
        {
            Electorate = electorate,
            Quorum = Quorum?.Needed(electorate),
        };
        if (outcome.Tally.Ballots < outcome.Quorum.GetValueOrDefault() && outcome.Result != Result.NoVotes)
            outcome = outcome with { Result = Result.NoQuorum, Winners = [], Tied = [] };
        return Secret && outcome.Tally.Ballots is > 0 and < SmallestSecretGroup ? outcome.WithoutCounts() : outcome;
    }
}
