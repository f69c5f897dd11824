namespace Participatie.Core.Polls;

/// <summary>Each voter has a number of dots to stick on the options; the option with the most dots is chosen. Dots may be kept.</summary>
/// <param name="Number">The number of dots of each voter.</param>
/// <param name="PerOption">The largest number of dots that one voter may give to one option.</param>
public sealed record Dots(int Number, int PerOption) : CountingMethod
{
    public const string MethodName = "dots";

    /// <summary>More dots than anybody can stick; with this limit no sum of dots can overflow.</summary>
    public const int Most = 1000;

    public override string Name => MethodName;

    public override MethodSettings Settings => new(Dots: Number, DotsPerOption: PerOption);

    public override int MostChoices(int options) => Math.Min(options, Number);

    protected override bool AcceptsMarks(IReadOnlyList<Choice> choices, int options) =>
        choices.All(choice => choice is { Value: > 0, Reason: null } && choice.Value <= PerOption)
        && choices.Sum(choice => (long)choice.Value!.Value) <= Number;

    public override Outcome Decide(Votes votes) => Outcome.ByMostVotes(Tally.OfValues(votes), winners: 1, votes.Lots);
}
