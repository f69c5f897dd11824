using System.ComponentModel;

namespace Participatie.Web.Reading.OpenData.Resources;

[Description("Een wijk.")]
public sealed record Wijk
{
    [Description("Het kenmerk. Het staat ook in het adres van de webpagina.")]
    public required string Id { get; init; }

    [Description("Het adres in deze API.")]
    public required string Url { get; init; }

    [Description("Het adres van de pagina voor mensen.")]
    public required string Webpaginalink { get; init; }

    [Description("Hoe de wijk heet.")]
    public required string Naam { get; init; }

    [Description("De gemeente waarin de wijk ligt.")]
    public required string Gemeente { get; init; }

    [Description("Het adres van de tafels van deze wijk.")]
    public required string Tafels { get; init; }

    [Description("Het adres van de vergaderingen in deze wijk.")]
    public required string Vergaderingen { get; init; }

    [Description("Het adres van de besluiten en adviezen uit deze wijk.")]
    public required string Besluiten { get; init; }
}
