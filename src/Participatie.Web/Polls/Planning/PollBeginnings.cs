using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls.Planning;

/// <summary>A filled-in form from which a facilitator starts.</summary>
/// <param name="Key">Its name in an address.</param>
public sealed record PollBeginning(string Key, string Name, PollForm Form)
{
    public string AddressAt(Guid itemId) => $"/beheer/punten/{itemId}/peilingen?begin={Key}";
}

/// <summary>The questions that tables ask most.</summary>
public sealed class PollBeginnings(IStringLocalizer<Texts> texts)
{
    public const string Proposal = "voorstel";
    public const string Choice = "kiezen";
    public const string Marks = "cijfers";
    public const string Dotted = "stippen";
    public const string Order = "volgorde";
    public const string Objections = "bezwaar";

    /// <summary>A question is asked as it stands here when nobody changes it, so it is one that people can answer.</summary>
    public IReadOnlyList<PollBeginning> All =>
    [
        new(Proposal, texts["Ja of nee over een voorstel"], new PollForm { Question = texts["Ben je het eens met het voorstel?"], Method = YesNoAbstain.MethodName }),
        new(Choice, texts["Welke van deze plannen?"], new PollForm { Question = texts["Welk plan kiezen we?"], Method = SingleChoice.MethodName, Options = texts["Plan 1\nPlan 2\nPlan 3"] }),
        new(
            Marks,
            texts["Hoe vind je dat het gaat? (1 tot 5)"],
            new PollForm
            {
                Question = texts["Hoe gaat het in onze wijk?"],
                Method = Score.MethodName,
                Options = texts["Wonen\nVeiligheid op straat\nDingen doen voor jongeren\nContact met de buren"],
                Binding = false,
            }),
        new(
            Dotted,
            texts["Geld verdelen met stippen"],
            new PollForm { Question = texts["Welke plannen krijgen geld?"], Method = Dots.MethodName, Options = texts["Plan 1\nPlan 2\nPlan 3\nPlan 4"], Dots = 5, DotsPerOption = 3 }),
        new(
            Order,
            texts["Volgorde maken"],
            new PollForm { Question = texts["Wat moet er het eerst gebeuren?"], Method = Schulze.MethodName, Options = texts["Wonen\nVeiligheid op straat\nDingen doen voor jongeren\nContact met de buren"], Binding = false }),
        new(Objections, texts["Heeft iemand bezwaar?"], new PollForm { Question = texts["Heb je bezwaar tegen dit voorstel?"], Method = Consent.MethodName }),
    ];

    public PollBeginning? Find(string? key) => All.FirstOrDefault(beginning => string.Equals(beginning.Key, key, StringComparison.Ordinal));

    /// <summary>The poll that comes of it when nothing is changed.</summary>
    public PollPlan ToPlan(string key) => Find(key)!.Form.ToPlan(texts);
}
