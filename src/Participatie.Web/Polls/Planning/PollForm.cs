using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls.Planning;

/// <summary>What a facilitator fills in about a poll; the options stand one to a line.</summary>
public sealed class PollForm : IValidatableObject
{
    public const int LongestQuestion = 200;
    public const int LongestOptions = MostOptions * (LongestOption + 2);

    private const int FewestOptions = 2;
    private const int MostOptions = 20;
    private const int LongestOption = 120;
    private const int MostDots = 20;

    [Required(ErrorMessage = "Vul de vraag in.")]
    [StringLength(LongestQuestion, ErrorMessage = "Maak de vraag korter: hoogstens 200 letters.")]
    public string? Question { get; set; }

    public string Method { get; set; } = YesNoAbstain.MethodName;

    [StringLength(LongestOptions, ErrorMessage = "Maak de keuzes korter.")]
    public string? Options { get; set; }

    [Range(1, MostOptions, ErrorMessage = "Kies een getal van 1 tot 20.")]
    public int MaxChoices { get; set; } = 3;

    [Range(1, MostOptions, ErrorMessage = "Kies een getal van 1 tot 20.")]
    public int Winners { get; set; } = 1;

    [Range(1, MostDots, ErrorMessage = "Kies een getal van 1 tot 20.")]
    public int Dots { get; set; } = 5;

    [Range(1, MostDots, ErrorMessage = "Kies een getal van 1 tot 20.")]
    public int DotsPerOption { get; set; } = 3;

    public MajorityKind MajorityKind { get; set; } = MajorityKind.Simple;

    public MajorityBase MajorityBase { get; set; } = MajorityBase.WithoutAbstentions;

    public QuorumKind QuorumKind { get; set; } = QuorumKind.Ballots;

    /// <summary>Empty, or 0, when any number will do.</summary>
    [Range(0, 100_000, ErrorMessage = "Kies een getal van 0 tot 100000.")]
    public int? QuorumAmount { get; set; }

    public bool Binding { get; set; } = true;

    public bool Secret { get; set; } = true;

    private MethodSettings Settings => new(MaxChoices, Winners, Dots, DotsPerOption, new Majority(MajorityKind, MajorityBase));

    private Quorum? Quorum => QuorumAmount > 0 ? new Quorum(QuorumKind, QuorumAmount.Value) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<Texts>>();
        return MethodFaults(texts).Concat(RuleFaults(texts));
    }

    private IEnumerable<ValidationResult> MethodFaults(IStringLocalizer<Texts> texts)
    {
        if (string.Equals(Method, Core.Polls.Dots.MethodName, StringComparison.Ordinal) && DotsPerOption > Dots)
            yield return new ValidationResult(texts["Er zijn maar {0} stippen.", Dots], [nameof(DotsPerOption)]);
        else if (CountingMethod.Find(Method, Settings) is not { } method)
            yield return new ValidationResult(texts["Kies hoe mensen stemmen."], [nameof(Method)]);
        else if (FixedOptions(method, texts) is null && OptionsFault(method, texts) is { } fault)
            yield return new ValidationResult(fault, [nameof(Options)]);
        else if (method is MultipleChoice && MaxChoices > Lines().Count)
            yield return new ValidationResult(texts["Er zijn maar {0} keuzes.", Lines().Count], [nameof(MaxChoices)]);
        else if (method is MultipleChoice or Approval && Winners >= Lines().Count)
            yield return new ValidationResult(texts["Er zijn maar {0} keuzes. Laat er minder winnen.", Lines().Count], [nameof(Winners)]);
    }

    private IEnumerable<ValidationResult> RuleFaults(IStringLocalizer<Texts> texts)
    {
        if (!Binding && MajorityBase == MajorityBase.Entitled && MajorityKind != MajorityKind.Simple && AsksMajority)
            yield return new ValidationResult(texts["Dat kan alleen bij een stemming met stempassen."], [nameof(MajorityBase)]);
        if (QuorumAmount > 0 && QuorumKind != QuorumKind.Ballots && !Binding)
            yield return new ValidationResult(texts["Een deel van de stempassen kan alleen bij een stemming met stempassen."], [nameof(QuorumKind)]);
        else if (QuorumAmount > 100 && QuorumKind != QuorumKind.Ballots)
            yield return new ValidationResult(texts["Kies een percentage van 1 tot 100."], [nameof(QuorumAmount)]);
    }

    private bool AsksMajority => Method is YesNoAbstain.MethodName or SingleChoice.MethodName;

    private string? OptionsFault(CountingMethod method, IStringLocalizer<Texts> texts)
    {
        var lines = Lines();
        return lines.Count < (method is Score ? 1 : FewestOptions) ? texts["Vul minstens 2 keuzes in, elk op een eigen regel."]
            : lines.Count > MostOptions ? texts["Vul hoogstens 20 keuzes in."]
            : lines.Any(line => line.Length > LongestOption) ? texts["Maak elke keuze korter: hoogstens 120 letters."]
            : lines.Distinct(StringComparer.OrdinalIgnoreCase).Count() < lines.Count ? texts["Twee keuzes zijn hetzelfde."].Value
            : null;
    }

    public PollPlan ToPlan(IStringLocalizer<Texts> texts)
    {
        var method = CountingMethod.Find(Method, Settings)!;
        return new PollPlan(Question!.Trim(), method, FixedOptions(method, texts) ?? Lines(), Binding, Secret, Quorum);
    }

    public static PollForm Of(PollCard poll)
    {
        var (rules, settings) = (poll.Rules, poll.Rules.Method.Settings);
        return new PollForm
        {
            Question = poll.Question,
            Method = rules.Method.Name,
            Options = rules.Method is YesNoAbstain or Consent ? null : string.Join('\n', rules.Options),
            MaxChoices = settings.MaxChoices,
            Winners = settings.Winners,
            Dots = settings.Dots,
            DotsPerOption = settings.DotsPerOption,
            MajorityKind = (settings.Majority ?? Majority.Ordinary).Kind,
            MajorityBase = (settings.Majority ?? Majority.Ordinary).Base,
            QuorumKind = rules.Quorum?.Kind ?? QuorumKind.Ballots,
            QuorumAmount = rules.Quorum?.Amount,
            Binding = rules.Binding,
            Secret = rules.Secret,
        };
    }

    /// <summary>In the order that <see cref="YesNoAbstain"/> counts them.</summary>
    public static IReadOnlyList<string> YesNoOptions(IStringLocalizer<Texts> texts) => [texts["Ja"], texts["Nee"], texts["Ik stem niet mee"]];

    /// <summary>The options of a method that has its own, in the order it counts them; null where the facilitator writes them.</summary>
    private static IReadOnlyList<string>? FixedOptions(CountingMethod method, IStringLocalizer<Texts> texts) => method switch
    {
        YesNoAbstain => YesNoOptions(texts),
        Consent => [texts["Geen bezwaar"], texts["Ik twijfel"], texts["Ik heb bezwaar"]],
        _ => null,
    };

    private List<string> Lines() => Lines(Options);

    public static List<string> Lines(string? options) => [.. (options ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
