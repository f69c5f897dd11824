using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls.Planning;

/// <summary>What a facilitator fills in about a poll; the options stand one to a line.</summary>
public sealed class PollForm : IValidatableObject
{
    private const int FewestOptions = 2;
    private const int MostOptions = 20;
    private const int LongestOption = 120;

    [Required(ErrorMessage = "Vul de vraag in.")]
    [StringLength(200, ErrorMessage = "Maak de vraag korter: hoogstens 200 letters.")]
    public string? Question { get; set; }

    public string Method { get; set; } = YesNoAbstain.MethodName;

    [StringLength(MostOptions * (LongestOption + 2), ErrorMessage = "Maak de keuzes korter.")]
    public string? Options { get; set; }

    [Range(1, MostOptions, ErrorMessage = "Kies een getal van 1 tot 20.")]
    public int MaxChoices { get; set; } = 3;

    public bool Binding { get; set; } = true;

    public bool Secret { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<Texts>>();
        if (CountingMethod.Find(Method, MaxChoices) is not { } method)
            yield return new ValidationResult(texts["Kies hoe mensen stemmen."], [nameof(Method)]);
        else if (method is not YesNoAbstain && OptionsProblem(texts) is { } problem)
            yield return new ValidationResult(problem, [nameof(Options)]);
        else if (method is MultipleChoice && MaxChoices > Lines().Count)
            yield return new ValidationResult(texts["Er zijn maar {0} keuzes.", Lines().Count], [nameof(MaxChoices)]);
    }

    private string? OptionsProblem(IStringLocalizer<Texts> texts)
    {
        var lines = Lines();
        return lines.Count < FewestOptions ? texts["Vul minstens 2 keuzes in, elk op een eigen regel."]
            : lines.Count > MostOptions ? texts["Vul hoogstens 20 keuzes in."]
            : lines.Any(line => line.Length > LongestOption) ? texts["Maak elke keuze korter: hoogstens 120 letters."]
            : lines.Distinct(StringComparer.OrdinalIgnoreCase).Count() < lines.Count ? texts["Twee keuzes zijn hetzelfde."].Value
            : null;
    }

    public PollPlan ToPlan(IStringLocalizer<Texts> texts)
    {
        var method = CountingMethod.Find(Method, MaxChoices)!;
        return new PollPlan(Question!.Trim(), method, method is YesNoAbstain ? YesNoOptions(texts) : Lines(), Binding, Secret);
    }

    public static PollForm Of(PollCard poll) => new()
    {
        Question = poll.Question,
        Method = poll.Rules.Method.Name,
        Options = poll.Rules.Method is YesNoAbstain ? null : string.Join('\n', poll.Rules.Options),
        MaxChoices = poll.Rules.Method.MaxChoices,
        Binding = poll.Rules.Binding,
        Secret = poll.Rules.Secret,
    };

    /// <summary>In the order that <see cref="YesNoAbstain"/> counts them.</summary>
    public static IReadOnlyList<string> YesNoOptions(IStringLocalizer<Texts> texts) => [texts["Ja"], texts["Nee"], texts["Ik stem niet mee"]];

    private List<string> Lines() => [.. (Options ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
