using System.ComponentModel;

namespace Participatie.Web.Reading.OpenData.Resources;

[Description("Waaruit mensen konden kiezen, en hoe vaak dat gebeurde.")]
public sealed record Keuze
{
    [Description("Wat er op het stembiljet stond.")]
    public required string Tekst { get; init; }

    [Description("Hoeveel stemmen deze keuze kreeg; bij cijfers en stippen het totaal, bij een volgorde de eerste plaatsen. Null als er zo weinig mensen geheim stemden dat aantallen zouden verraden wie wat koos.")]
    public required int? Stemmen { get; init; }

    [Description("Of deze keuze is gekozen.")]
    public required bool Gekozen { get; init; }
}

[Description("Hoeveel stemmen er op welke manier binnenkwamen.")]
public sealed record Stemwegen
{
    [Description("Met een eigen telefoon.")]
    public required int Telefoon { get; init; }

    [Description("Op een tablet in de zaal.")]
    public required int Tablet { get; init; }

    [Description("Op papier.")]
    public required int Papier { get; init; }

    [Description("Met een opgestoken hand.")]
    public required int Handen { get; init; }
}

[Description("Een stemming of peiling waarvan de uitslag is vrijgegeven.")]
public sealed record Stemming
{
    [Description("Het kenmerk.")]
    public required Guid Id { get; init; }

    [Description("Het adres in deze API.")]
    public required string Url { get; init; }

    [Description("Het adres van de pagina voor mensen.")]
    public required string Webpaginalink { get; init; }

    [Description("De vraag.")]
    public required string Vraag { get; init; }

    [Description("Een stemming leidt tot een besluit, een peiling niet.")]
    public required Stemmingtype Type { get; init; }

    [Description("Of de stemming geheim was.")]
    public required bool Geheim { get; init; }

    [Description("Hoe er is geteld.")]
    public required Telmethode Methode { get; init; }

    [Description("Wat er nodig was, in gewone woorden.")]
    public required string Regel { get; init; }

    [Description("Wanneer de stemming sloot.")]
    public required DateTimeOffset? Gesloten { get; init; }

    [Description("De uitslag in één woord.")]
    public required Resultaat Resultaat { get; init; }

    [Description("De uitslag in een zin.")]
    public required string Uitslag { get; init; }

    [Description("Waaruit mensen konden kiezen, in de volgorde van het stembiljet.")]
    public required IReadOnlyList<Keuze> Keuzes { get; init; }

    [Description("Hoeveel mensen stemden.")]
    public required int Uitgebracht { get; init; }

    [Description("Hoeveel stempassen er geldig waren.")]
    public required int Stemgerechtigd { get; init; }

    [Description("Hoeveel stempassen er in de zaal in gebruik waren.")]
    public required int Aanwezig { get; init; }

    [Description("Hoeveel stemmen er voor nodig waren; null als de meeste stemmen gelden, of als er geen aantallen zijn.")]
    public required int? Nodig { get; init; }

    [Description("Hoeveel mensen er ten minste moesten stemmen; null als dat niet was afgesproken.")]
    public required int? Quorum { get; init; }

    [Description("Hoe de stemmen binnenkwamen.")]
    public required Stemwegen Wegen { get; init; }

    [Description("Het adres van alle stembiljetten, door elkaar geschud en zonder namen, om na te tellen (CSV); null als er te weinig mensen geheim stemden.")]
    public required string? Stembiljetten { get; init; }

    [Description("Het agendapunt waarover is gestemd.")]
    public required Verwijzing Agendapunt { get; init; }

    [Description("De vergadering.")]
    public required Verwijzing Vergadering { get; init; }

    [Description("De tafel die stemde.")]
    public required Verwijzing Tafel { get; init; }

    [Description("Het besluit of advies waartoe de stemming leidde; null als dat er niet is, of nog niet in een gepubliceerd verslag staat.")]
    public required Verwijzing? Besluit { get; init; }
}
