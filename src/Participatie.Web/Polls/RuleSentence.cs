using Microsoft.Extensions.Localization;
using Participatie.Core.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Polls;

/// <summary>What it takes to win, in plain words; said before people vote, and the same afterwards.</summary>
public sealed class RuleSentence(IStringLocalizer<Texts> texts)
{
    public string Of(CountingMethod method, Quorum? quorum) => quorum is null ? Of(method) : $"{Of(method)} {Of(quorum)}";

    private string Of(CountingMethod method) => method switch
    {
        YesNoAbstain yesNo => Of(yesNo.Majority),
        SingleChoice { Majority: { Kind: not MajorityKind.Simple } majority } => Of(majority),
        MultipleChoice { Winners: > 1 and var winners } => texts["De {0} keuzes met de meeste stemmen winnen.", winners],
        Approval { Winners: > 1 and var winners } => texts["De {0} keuzes met de meeste stemmen winnen.", winners],
        Score => texts["Het hoogste gemiddelde wint."],
        Dots => texts["De keuze met de meeste stippen wint."],
        InstantRunoff => texts["De zwakste keuze valt steeds af, tot één keuze meer dan de helft heeft."],
        Schulze => texts["Alle keuzes worden twee aan twee vergeleken."],
        Consent => texts["Heeft niemand bezwaar, dan gaat het door."],
        _ => texts["De meeste stemmen gelden."].Value,
    };

    private string Of(Majority majority) => majority switch
    {
        { Kind: MajorityKind.Simple } => texts["Nodig: meer stemmen voor dan tegen."],
        { Kind: MajorityKind.Absolute, Base: MajorityBase.Entitled } => texts["Nodig: meer dan de helft van alle stempassen."],
        { Kind: MajorityKind.TwoThirds, Base: MajorityBase.Entitled } => texts["Nodig: twee derde van alle stempassen."],
        { Kind: MajorityKind.ThreeQuarters, Base: MajorityBase.Entitled } => texts["Nodig: drie vierde van alle stempassen."],
        { Kind: MajorityKind.Absolute, Base: MajorityBase.Cast } => texts["Nodig: meer dan de helft van iedereen die stemt. ‘Ik stem niet mee’ telt ook."],
        { Kind: MajorityKind.TwoThirds, Base: MajorityBase.Cast } => texts["Nodig: twee derde van iedereen die stemt. ‘Ik stem niet mee’ telt ook."],
        { Kind: MajorityKind.ThreeQuarters, Base: MajorityBase.Cast } => texts["Nodig: drie vierde van iedereen die stemt. ‘Ik stem niet mee’ telt ook."],
        { Kind: MajorityKind.TwoThirds } => texts["Nodig: twee derde van de stemmen."],
        { Kind: MajorityKind.ThreeQuarters } => texts["Nodig: drie vierde van de stemmen."],
        _ => texts["Nodig: meer dan de helft van de stemmen."].Value,
    };

    private string Of(Quorum quorum) => quorum.Kind switch
    {
        QuorumKind.PercentOfPresent => texts["Minstens {0}% van de mensen die er zijn moet stemmen.", quorum.Amount],
        QuorumKind.PercentOfEntitled => texts["Minstens {0}% van alle stempassen moet stemmen.", quorum.Amount],
        _ when quorum.Amount == 1 => texts["Minstens 1 mens moet stemmen."],
        _ => texts["Minstens {0} mensen moeten stemmen.", quorum.Amount],
    };
}
