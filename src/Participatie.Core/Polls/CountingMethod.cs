namespace Participatie.Core.Polls;

/// <summary>How a ballot is filled in and how ballots become an outcome. Each method is a file of its own.</summary>
public abstract record CountingMethod
{
    /// <summary>The name that is stored and published, such as <c>singleChoice</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The largest number of options that one ballot may name.</summary>
    public abstract int MaxChoices { get; }

    /// <summary>
    /// Whether a ballot is valid: it names at least one option and at most <see cref="MaxChoices"/>, each exists, none twice.
    /// </summary>
    public virtual bool Accepts(IReadOnlyList<Choice> choices, int options) =>
        choices.Count > 0
        && choices.Count <= MaxChoices
        && choices.All(choice => choice.Option >= 0 && choice.Option < options && choice.Value is null)
        && choices.DistinctBy(choice => choice.Option).Count() == choices.Count;

    public abstract Outcome Decide(Tally tally);

    /// <summary>The option with the most votes; several when they are equal; none when nobody voted.</summary>
    protected static IReadOnlyList<int> Leaders(Tally tally)
    {
        var most = tally.Counts.Max();
        return most == 0 ? [] : [.. Enumerable.Range(0, tally.Counts.Count).Where(option => tally.Counts[option] == most)];
    }

    /// <summary>Finds a method by its published name; null when there is none of that name.</summary>
    public static CountingMethod? Find(string name, int maxChoices) => name switch
    {
        YesNoAbstain.MethodName => new YesNoAbstain(),
        SingleChoice.MethodName => new SingleChoice(),
        MultipleChoice.MethodName when maxChoices > 0 => new MultipleChoice(maxChoices),
        _ => null,
    };
}
