namespace Participatie.Core.Polls;

/// <summary>An order of preference on each ballot; options may be left out, at the end.</summary>
public abstract record Ranking : CountingMethod
{
    /// <summary>May a ballot put options on a level?</summary>
    protected abstract bool TakesEqualRanks { get; }

    public override int MostChoices(int options) => options;

    /// <summary>Options without ranks stand in order of preference.</summary>
    public override IReadOnlyList<Choice> Complete(IReadOnlyList<Choice> choices) =>
        choices.All(choice => choice.Value is null) ? [.. choices.Select((choice, index) => choice with { Value = index + 1 })] : choices;

    protected override bool AcceptsMarks(IReadOnlyList<Choice> choices, int options)
    {
        if (!choices.All(choice => choice is { Value: > 0, Reason: null } && choice.Value <= options))
            return false;
        var ranks = choices.Select(choice => choice.Value!.Value).Order().ToList();
        return TakesEqualRanks || ranks.SequenceEqual(Enumerable.Range(1, ranks.Count));
    }
}
