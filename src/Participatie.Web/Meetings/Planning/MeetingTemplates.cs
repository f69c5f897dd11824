using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Polls.Planning;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Planning;

/// <summary>An agenda from which a facilitator starts.</summary>
/// <param name="Key">Its name in an address.</param>
public sealed record MeetingTemplate(string Key, string Name, IReadOnlyList<PlannedItem> Agenda)
{
    public int Minutes => Agenda.Sum(item => item.Plan.Minutes);
}

/// <summary>
/// The meetings that tables hold most. Residents read these words as soon as the meeting is planned, so they are right
/// as they stand. A table needs no templates of its own: it starts from any meeting that it held.
/// </summary>
public sealed class MeetingTemplates(PollBeginnings beginnings, IStringLocalizer<Texts> texts)
{
    public IReadOnlyList<MeetingTemplate> All => [Ordinary, FirstMeeting, Budget, Advice];

    public MeetingTemplate? Find(string? key) => All.FirstOrDefault(template => string.Equals(template.Key, key, StringComparison.Ordinal));

    private MeetingTemplate Ordinary => new(
        "gewoon",
        texts["Gewone wijktafel"],
        [
            Item(ItemKind.Inform, 10, "Welkom", "Fijn dat je er bent. We leggen uit hoe je meedoet. Vragen mag altijd."),
            Item(ItemKind.Inform, 15, "Wat is er gedaan met onze adviezen?", "Je hoort welke antwoorden er zijn. Ook hoor je op welke we nog wachten."),
            Item(ItemKind.Discuss, 20, "Wat speelt er in de wijk?", "Wat gaat goed in jouw straat? Wat moet beter?"),
            Item(ItemKind.Decide, 30, "Het onderwerp van vandaag", "We praten over één onderwerp. Daarna stemmen we over een voorstel.", PollBeginnings.Proposal),
            Item(ItemKind.Discuss, 10, "Afspraken", "Wie doet wat? En wanneer is het klaar?"),
            Closing(5),
        ]);

    private MeetingTemplate FirstMeeting => new(
        "kennismaking",
        texts["Kennismaking: de eerste keer"],
        [
            Item(ItemKind.Inform, 10, "Welkom", "Fijn dat je er bent. We leggen uit hoe je meedoet. Vragen mag altijd."),
            Item(ItemKind.Discuss, 20, "Wie zijn we?", "Vertel hoe je heet en wat je met de wijk hebt. Niets hoeft."),
            Item(ItemKind.Inform, 10, "Wat is een wijktafel?", "Bewoners praten hier met de gemeente en andere organisaties. Op elk advies komt een antwoord."),
            Item(ItemKind.Discuss, 25, "Hoe gaat het in de wijk?", "Je geeft cijfers. Daarna praten we over wat opvalt.", PollBeginnings.Marks),
            Item(ItemKind.Discuss, 15, "Waar beginnen we?", "We kiezen samen waar we de volgende keer over praten.", PollBeginnings.Order),
            Closing(10),
        ]);

    private MeetingTemplate Budget => new(
        "wijkbudget",
        texts["Wijkbudget verdelen"],
        [
            Item(ItemKind.Inform, 5, "Welkom", "Fijn dat je er bent. We leggen uit hoe je meedoet. Vragen mag altijd."),
            Item(ItemKind.Inform, 10, "Hoeveel geld is er?", "Je hoort hoeveel geld er is, en waar het voor bedoeld is."),
            Item(ItemKind.Discuss, 35, "De plannen", "Wie een plan heeft, vertelt het kort. Daarna mag je vragen stellen."),
            Item(ItemKind.Decide, 20, "Het geld verdelen", "Je krijgt stippen. Geef ze aan de plannen die jij het best vindt.", PollBeginnings.Dotted),
            Item(ItemKind.Inform, 10, "Hoe gaat het verder?", "Je hoort wanneer de plannen beginnen, en wie je kunt bellen."),
            Closing(10),
        ]);

    private MeetingTemplate Advice => new(
        "advies",
        texts["Advies geven over een plan"],
        [
            Item(ItemKind.Inform, 5, "Welkom", "Fijn dat je er bent. We leggen uit hoe je meedoet. Vragen mag altijd."),
            Item(ItemKind.Inform, 20, "Wat is het plan?", "Je hoort wat er gaat veranderen, en wat nog niet vaststaat."),
            Item(ItemKind.Discuss, 30, "Vragen en zorgen", "Wat vind je goed aan het plan? Waar maak je je zorgen over?", PollBeginnings.Objections),
            Item(ItemKind.Decide, 20, "Ons advies", "We maken samen een advies. Daarna stemmen we erover.", PollBeginnings.Proposal),
            Closing(5),
        ]);

    private PlannedItem Closing(int minutes) => Item(ItemKind.Inform, minutes, "Rondvraag", "Wat wil jij nog zeggen?");

    private PlannedItem Item(ItemKind kind, int minutes, string title, string description, params IEnumerable<string> polls) =>
        new(new ItemPlan(texts[title], texts[description], minutes, kind), [.. polls.Select(beginnings.ToPlan)]);
}
