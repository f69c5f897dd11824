using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Web.Meetings;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Polls;

namespace Participatie.Web.Demonstration;

/// <summary>
/// What the demonstration is about: the three requests that started this project, discussed in Overvecht. Places exist,
/// people and numbers are made up.
/// </summary>
internal static class DemoContent
{
    private static readonly IReadOnlyList<string> YesNo = ["Ja", "Nee", "Ik stem niet mee"];

    private const string NextToTheBoard = "Moet er een vaste wijktafel komen naast de bestuurstafel?";

    private static IReadOnlyDictionary<string, PollTranslation> NextToTheBoardElsewhere => new Dictionary<string, PollTranslation>(StringComparer.Ordinal)
    {
        ["en"] = Translation("Should there be a permanent neighbourhood table next to the board table?", "Yes", "No", "I do not take part in this vote"),
        ["tr"] = Translation("Yönetim masasının yanında sürekli bir mahalle masası olsun mu?", "Evet", "Hayır", "Çekimser kalıyorum"),
        ["ar"] = Translation("هل يجب أن تكون هناك طاولة حي دائمة بجانب طاولة الإدارة؟", "نعم", "لا", "أمتنع عن التصويت"),
    };

    private static PollTranslation Translation(string question, params IReadOnlyList<string> options) =>
        new(question, options, PollTranslation.SourceOf(NextToTheBoard, YesNo));

    public static IReadOnlyList<PlannedItem> Tonight =>
    [
        new(new ItemPlan("Welkom", "Fijn dat je er bent. We leggen uit hoe meedoen werkt. Vragen mag altijd.", 5, ItemKind.Inform)),
        new(
            new ItemPlan(
                "Een wijktafel naast de bestuurstafel",
                """
                Aan de **bestuurstafel** praten de gemeente, de politie en de woningcorporaties. Bewoners zitten daar niet.

                Het voorstel: er komt een vaste wijktafel. Die krijgt dezelfde stukken, op hetzelfde moment.

                - De wijktafel geeft advies.
                - De bestuurstafel moet antwoorden, met redenen.
                - Dat antwoord komt binnen zes weken.
                """,
                20,
                ItemKind.Decide),
            new PollPlan(NextToTheBoard, new YesNoAbstain(), YesNo, Binding: true, Secret: true) { Translations = NextToTheBoardElsewhere }),
        new(
            new ItemPlan(
                "Geld om bewoners vroeg te bereiken",
                "Veel mensen krijgen pas hulp als het al misgaat. Eén miljoen euro kan helpen om eerder langs te gaan. Waar bereik je je buren het best?",
                20,
                ItemKind.Discuss),
            new PollPlan(
                "Waar bereik je bewoners het best?",
                new MultipleChoice(2),
                ["Aan de deur", "Op school", "Bij de huisarts", "Op het plein", "In het buurthuis"],
                Binding: false,
                Secret: true)),
        new(
            new ItemPlan(
                "Geld voor het jongerenwerk",
                "Het jongerenwerk wil zeker weten dat er elk jaar geld is. Het voorstel: 30% van het geld voor veiligheid gaat naar jongerenwerk.",
                25,
                ItemKind.Decide),
            new PollPlan("Moet 30% van het geld naar het jongerenwerk?", new YesNoAbstain(), YesNo, Binding: true, Secret: true),
            new PollPlan(
                "Wat moet het jongerenwerk het eerst doen?",
                new SingleChoice(),
                ["Een eigen plek voor jongeren", "Hulp bij school en werk", "Sport op straat"],
                Binding: false,
                Secret: false)),
        new(new ItemPlan("Rondvraag", "Wat wil jij nog zeggen?", 10, ItemKind.Inform)),
    ];

    public static IReadOnlyList<PlannedItem> LastMonth =>
    [
        new(new ItemPlan("Welkom", "", 5, ItemKind.Inform)),
        new(
            new ItemPlan(
                "Licht in de tunnel",
                "De fietstunnel is donker. Veel mensen fietsen 's avonds om. De gemeente kan lampen plaatsen die aangaan als er iemand komt.",
                25,
                ItemKind.Decide),
            new PollPlan("Moet de gemeente dit jaar nog lampen in de tunnel plaatsen?", new YesNoAbstain(), YesNo, Binding: true, Secret: true)),
        new(
            new ItemPlan("Een plek om elkaar te ontmoeten", "Er is één lokaal vrij in de oude school. Wat komt erin?", 20, ItemKind.Discuss),
            new PollPlan(
                "Wat komt er in het lege lokaal?",
                new SingleChoice(),
                ["Een buurtkeuken", "Een fietswerkplaats", "Een huiswerkklas"],
                Binding: false,
                Secret: true)),
    ];

    public static IReadOnlyList<PlannedItem> LastSummer =>
    [
        new(new ItemPlan("Welkom", "", 5, ItemKind.Inform)),
        new(
            new ItemPlan("Een speelplek bij de flats", "Kinderen van de flats hebben geen plek om te spelen. Het grasveld is van de gemeente.", 25, ItemKind.Decide),
            new PollPlan("Moet er een speelplek komen op het grasveld?", new YesNoAbstain(), YesNo, Binding: true, Secret: true)),
        new(
            new ItemPlan("Veilig oversteken", "Bij de winkels rijden auto's te hard. Er is geen zebrapad.", 20, ItemKind.Decide),
            new PollPlan("Moet er een zebrapad komen bij de winkels?", new YesNoAbstain(), YesNo, Binding: true, Secret: true)),
    ];

    public static IReadOnlyList<IReadOnlyList<int>> VotesLastSummer => [[22, 3, 1], [19, 2, 5]];

    /// <summary>What a minute taker makes of the draft.</summary>
    public static string WriteOut(string draft) => draft
        .Replace(
            $"{RecordWords.Themes}:\n\nMoet de gemeente dit jaar nog lampen in de tunnel plaatsen?\n",
            $"""
            {RecordWords.Themes}: veiligheid

            De gemeente plaatst dit jaar nog lampen in de fietstunnel.

            Het is er 's avonds donker. Veel mensen fietsen om, en ouderen gaan niet meer naar het buurthuis.

            """,
            StringComparison.Ordinal)
        .Replace(
            $"{RecordWords.Themes}:\n\nMoet er een speelplek komen op het grasveld?\n",
            $"{RecordWords.Themes}: jeugd, wonen\n\nEr komt een speelplek op het grasveld bij de flats.\n\nKinderen spelen nu tussen de auto's.\n",
            StringComparison.Ordinal)
        .Replace(
            $"{RecordWords.Themes}:\n\nMoet er een zebrapad komen bij de winkels?\n",
            $"{RecordWords.Themes}: veiligheid\n\nEr komt een zebrapad bij de winkels.\n\nOudere mensen durven er niet over te steken.\n",
            StringComparison.Ordinal)
        .Replace(
            "[[uitslag 2]]\n\n## Sluiting",
            $"""
            [[uitslag 2]]

            ::: {RecordWords.Action}
            {RecordWords.Who}: Samira (begeleider)

            Vraagt aan de school of de buurtkeuken in januari kan beginnen.
            :::

            ## Sluiting
            """,
            StringComparison.Ordinal);

    /// <summary>How many people chose each option of each poll last month.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> VotesLastMonth => [[27, 4, 2], [14, 6, 11]];
}
