namespace Participatie.Core.Polls;

/// <summary>
/// A mark from 1 to 5 for every option. The option with the highest mean is chosen; every ballot marks every option, so
/// that is the highest total. A single proposal is not chosen but rated: the table's temperature.
/// </summary>
public sealed record Score : CountingMethod
{
    public const string MethodName = "score";

    public const int Lowest = 1;

    public const int Highest = 5;

    public override string Name => MethodName;

    public override int MostChoices(int options) => options;

    protected override bool AcceptsMarks(IReadOnlyList<Choice> choices, int options) =>
        choices.Count == options && choices.All(choice => choice is { Value: >= Lowest and <= Highest, Reason: null });

    public override Outcome Decide(Votes votes)
    {
        var tally = Tally.OfValues(votes);
        var outcome = votes.Options > 1 ? Outcome.ByMostVotes(tally, winners: 1, votes.Lots)
            : new Outcome(tally.Ballots == 0 ? Result.NoVotes : Result.Rated, tally);
        return outcome with { Ratings = [.. Enumerable.Range(0, votes.Options).Select(option => Rating.Of(votes, option))] };
    }
}
