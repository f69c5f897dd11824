using System.ComponentModel;

namespace Participatie.Web.Reading.OpenData.Resources;

[Description("Het uitstel dat is gevraagd voor een antwoord.")]
public sealed record Uitstel
{
    [Description("De laatste dag waarop het antwoord nog op tijd is.")]
    public required DateOnly Tot { get; init; }

    [Description("Waarom het later wordt.")]
    public required string Reden { get; init; }
}

[Description("Het antwoord op een besluit of advies.")]
public sealed record Antwoord
{
    [Description("Wat er met het besluit of advies gebeurt.")]
    public required Oordeel Oordeel { get; init; }

    [Description("Waarom, als Markdown.")]
    public required string Motivering { get; init; }

    [Description("Wanneer het antwoord kwam.")]
    public required DateTimeOffset Gegeven { get; init; }
}

[Description("Wat er bij het antwoord is beloofd.")]
public sealed record Toezegging
{
    [Description("Wat er gaat gebeuren.")]
    public required string Tekst { get; init; }

    [Description("Wie het doet.")]
    public required string Wie { get; init; }

    [Description("De dag waarop het klaar moet zijn.")]
    public required DateOnly Uiterlijk { get; init; }

    [Description("Wanneer het klaar was; null als het nog niet klaar is.")]
    public required DateTimeOffset? Gereed { get; init; }
}

[Description("Een besluit of advies van een tafel, met wat ervan kwam.")]
public sealed record Besluit
{
    [Description("Het kenmerk.")]
    public required Guid Id { get; init; }

    [Description("Het adres in deze API.")]
    public required string Url { get; init; }

    [Description("Het adres van de pagina voor mensen.")]
    public required string Webpaginalink { get; init; }

    [Description("Of het een besluit of een advies is.")]
    public required Besluitsoort Soort { get; init; }

    [Description("Wat er is besloten of geadviseerd.")]
    public required string Tekst { get; init; }

    [Description("De redenen, als Markdown. Leeg als die er niet bij staan.")]
    public required string Toelichting { get; init; }

    [Description("Waar het over gaat.")]
    public required IReadOnlyList<string> Themas { get; init; }

    [Description("Hoe ver de stem van de tafel reikt.")]
    public required Mandaat Mandaat { get; init; }

    [Description("De uitslag van de stemming in één woord; null als er zonder stemming is besloten.")]
    public required Resultaat? Resultaat { get; init; }

    [Description("Wanneer het is besloten.")]
    public required DateTimeOffset Besloten { get; init; }

    [Description("De versie van het verslag waarin dit er niet meer in staat; null als het er nog in staat. Wat is vervallen, staat niet in de lijst, maar blijft op zijn eigen adres.")]
    public required int? VervallenInVersie { get; init; }

    [Description("De stemming die tot het besluit leidde; null als er zonder stemming is besloten.")]
    public required Verwijzing? Stemming { get; init; }

    [Description("De vergadering.")]
    public required Verwijzing Vergadering { get; init; }

    [Description("De tafel die besloot.")]
    public required Verwijzing Tafel { get; init; }

    [Description("De wijk van de tafel.")]
    public required Verwijzing Wijk { get; init; }

    [Description("Wie moet antwoorden; null als er geen antwoord is gevraagd.")]
    public required string? Geadresseerde { get; init; }

    [Description("De laatste dag waarop het antwoord op tijd is; null als er geen antwoord is gevraagd.")]
    public required DateOnly? AntwoordUiterlijk { get; init; }

    [Description("Het uitstel; null als dat niet is gevraagd.")]
    public required Uitstel? Uitstel { get; init; }

    [Description("Het antwoord; null zolang dat er niet is.")]
    public required Antwoord? Antwoord { get; init; }

    [Description("Wat er bij het antwoord is beloofd.")]
    public required IReadOnlyList<Toezegging> Toezeggingen { get; init; }
}
