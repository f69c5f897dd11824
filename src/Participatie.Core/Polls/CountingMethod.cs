namespace Participatie.Core.Polls;

/// <summary>How a ballot is filled in and how ballots become an outcome. Each method is a file of its own.</summary>
public abstract record CountingMethod
{
    /// <summary>The name that is stored and published, such as <c>singleChoice</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What the facilitator set, to be stored beside the name.</summary>
    public virtual MethodSettings Settings => new();

    /// <summary>The largest number of options that one ballot may name.</summary>
    /// <param name="options">The number of options on the ballot.</param>
    public abstract int MostChoices(int options);

    /// <summary>
    /// Whether a ballot is valid: it names at least one option and at most <see cref="MostChoices"/>, each exists, none
    /// twice, and its marks are such as the method asks for.
    /// </summary>
    public bool Accepts(IReadOnlyList<Choice> choices, int options) =>
        choices.Count > 0
        && choices.Count <= MostChoices(options)
        && choices.All(choice => choice.Option >= 0 && choice.Option < options)
        && (choices.Count == 1 || choices.DistinctBy(choice => choice.Option).Count() == choices.Count)
        && AcceptsMarks(choices, options);

    /// <summary>Whether the marks carry what this method asks for, on a ballot whose options are right; most ask for no more than the option.</summary>
    protected virtual bool AcceptsMarks(IReadOnlyList<Choice> choices, int options) =>
        choices.All(choice => choice is { Value: null, Reason: null });

    /// <summary>Marks as a voter wrote them, with what their order says filled in; for most methods it says nothing.</summary>
    public virtual IReadOnlyList<Choice> Complete(IReadOnlyList<Choice> choices) => choices;

    /// <summary>Counts valid ballots and says what they mean.</summary>
    public abstract Outcome Decide(Votes votes);

    /// <summary>Finds a method by its published name; null when there is none of that name or the settings make no sense.</summary>
    public static CountingMethod? Find(string name, MethodSettings settings) => name switch
    {
        YesNoAbstain.MethodName => new YesNoAbstain(settings.Majority ?? Majority.Ordinary),
        SingleChoice.MethodName => new SingleChoice(settings.Majority),
        MultipleChoice.MethodName when settings is { MaxChoices: > 0, Winners: > 0 } => new MultipleChoice(settings.MaxChoices, settings.Winners),
        Approval.MethodName when settings.Winners > 0 => new Approval(settings.Winners),
        Score.MethodName => new Score(),
        Dots.MethodName when settings is { DotsPerOption: > 0, Dots: <= Dots.Most } && settings.Dots >= settings.DotsPerOption => new Dots(settings.Dots, settings.DotsPerOption),
        InstantRunoff.MethodName => new InstantRunoff(),
        Schulze.MethodName => new Schulze(),
        Consent.MethodName => new Consent(),
        _ => null,
    };
}
