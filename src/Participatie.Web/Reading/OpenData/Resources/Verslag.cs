using System.ComponentModel;

namespace Participatie.Web.Reading.OpenData.Resources;

[Description("Hetzelfde document in een bepaalde vorm.")]
public sealed record Bestand
{
    [Description("De vorm, als mediatype.")]
    public required string Formaat { get; init; }

    [Description("Het adres.")]
    public required string Url { get; init; }
}

[Description("Een bestand dat bij een verslag hoort, zoals een plaatje of een rapport. In Open Raadsinformatie is dit een informatieobject.")]
public sealed record Bijlage
{
    [Description("De naam van het bestand.")]
    public required string Naam { get; init; }

    [Description("De vorm, als mediatype.")]
    public required string Formaat { get; init; }

    [Description("De grootte in bytes.")]
    public required long Bytes { get; init; }

    [Description("De vingerafdruk (SHA-256) van het bestand.")]
    public required string Sha256 { get; init; }

    [Description("Het adres.")]
    public required string Url { get; init; }
}

[Description("Het gepubliceerde verslag van een vergadering, in zijn nieuwste versie. In Open Raadsinformatie is dit een informatieobject.")]
public sealed record Verslag
{
    [Description("Het kenmerk. Het is gelijk aan dat van de vergadering.")]
    public required Guid Id { get; init; }

    [Description("Het adres in deze API.")]
    public required string Url { get; init; }

    [Description("Het adres van de pagina voor mensen.")]
    public required string Webpaginalink { get; init; }

    [Description("De titel van de vergadering.")]
    public required string Titel { get; init; }

    [Description("De hoeveelste versie dit is. Een oude versie blijft bestaan.")]
    public required int Versie { get; init; }

    [Description("Wat er anders is dan in de versie hiervoor. Leeg in de eerste.")]
    public required string Toelichting { get; init; }

    [Description("Wanneer deze versie is vastgesteld; null als dat niet is bewaard.")]
    public required DateTimeOffset? Vastgesteld { get; init; }

    [Description("Wanneer deze versie is gepubliceerd.")]
    public required DateTimeOffset Gepubliceerd { get; init; }

    [Description("De vingerafdruk (SHA-256) van de tekst in Markdown.")]
    public required string Sha256 { get; init; }

    [Description("De tekst, als webpagina, als Markdown en als JSON.")]
    public required IReadOnlyList<Bestand> Bestanden { get; init; }

    [Description("De bestanden die bij deze versie horen.")]
    public required IReadOnlyList<Bijlage> Bijlagen { get; init; }

    [Description("De vergadering.")]
    public required Verwijzing Vergadering { get; init; }

    [Description("De tafel die vergaderde.")]
    public required Verwijzing Tafel { get; init; }

    [Description("Het adres van de besluiten en adviezen in dit verslag.")]
    public required string Besluiten { get; init; }
}
