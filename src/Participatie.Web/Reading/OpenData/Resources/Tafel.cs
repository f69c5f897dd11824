using System.ComponentModel;

namespace Participatie.Web.Reading.OpenData.Resources;

[Description("Een tafel: een groep die bij elkaar komt en besluit of adviseert. In Open Raadsinformatie is dit een gremium.")]
public sealed record Tafel
{
    [Description("Het kenmerk. Het staat ook in het adres van de webpagina.")]
    public required string Id { get; init; }

    [Description("Het adres in deze API.")]
    public required string Url { get; init; }

    [Description("Het adres van de pagina voor mensen.")]
    public required string Webpaginalink { get; init; }

    [Description("Hoe de tafel heet.")]
    public required string Naam { get; init; }

    [Description("Wat voor tafel het is.")]
    public required Tafelsoort Soort { get; init; }

    [Description("De wijk van de tafel.")]
    public required Verwijzing Wijk { get; init; }

    [Description("Het adres van de vergaderingen van deze tafel.")]
    public required string Vergaderingen { get; init; }

    [Description("Het adres van de besluiten en adviezen van deze tafel.")]
    public required string Besluiten { get; init; }
}
