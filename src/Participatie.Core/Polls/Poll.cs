namespace Participatie.Core.Polls;

/// <summary>The rules of one poll, as they are frozen when it opens.</summary>
/// <param name="State">Where the poll is in its life.</param>
/// <param name="Method">How a ballot is filled in and counted.</param>
/// <param name="Options">The texts on the ballot, in order.</param>
/// <param name="Binding">True when only holders of a voting pass vote and the table is bound by the outcome.</param>
/// <param name="Secret">True when nobody may ever learn who chose what.</param>
public sealed record Poll(PollState State, CountingMethod Method, IReadOnlyList<string> Options, bool Binding, bool Secret)
{
    /// <summary>May this ballot be stored? Whether it is new or a change only the ballot box can tell.</summary>
    public Verdict Judge(IReadOnlyList<Choice> choices, bool holdsPass) =>
        State != PollState.Open ? Verdict.Closed
        : Binding && !holdsPass ? Verdict.NotEntitled
        : !Method.Accepts(choices, Options.Count) ? Verdict.InvalidChoice
        : Verdict.Accepted;

    /// <summary>Counts ballots and says what they mean.</summary>
    public Outcome Count(IEnumerable<IReadOnlyList<Choice>> ballots) => Method.Decide(Tally.Of(ballots, Options.Count));
}
