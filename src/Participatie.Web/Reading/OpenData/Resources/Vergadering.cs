using System.ComponentModel;

namespace Participatie.Web.Reading.OpenData.Resources;

[Description("Een vergadering van een tafel. Op de website heet dit een bijeenkomst.")]
public sealed record Vergadering
{
    [Description("Het kenmerk.")]
    public required Guid Id { get; init; }

    [Description("Het adres in deze API.")]
    public required string Url { get; init; }

    [Description("Het adres van de pagina voor mensen.")]
    public required string Webpaginalink { get; init; }

    [Description("Hoe de vergadering heet.")]
    public required string Naam { get; init; }

    [Description("Hoe het met de vergadering staat.")]
    public required Vergaderstatus Status { get; init; }

    [Description("Waarom de vergadering niet doorgaat; null als zij wel doorgaat.")]
    public required string? RedenAnnulering { get; init; }

    [Description("Wanneer de vergadering volgens plan begint.")]
    public required DateTimeOffset GeplandeAanvang { get; init; }

    [Description("Waar de vergadering is.")]
    public required string Locatie { get; init; }

    [Description("De tafel die vergadert.")]
    public required Verwijzing Tafel { get; init; }

    [Description("De wijk van de tafel.")]
    public required Verwijzing Wijk { get; init; }

    [Description("Het adres van de agendapunten.")]
    public required string Agendapunten { get; init; }

    [Description("Het adres van de stemmingen waarvan de uitslag is vrijgegeven.")]
    public required string Stemmingen { get; init; }

    [Description("Het adres van de besluiten en adviezen uit het gepubliceerde verslag.")]
    public required string Besluiten { get; init; }

    [Description("Het gepubliceerde verslag; null als dat er nog niet is.")]
    public required Verwijzing? Verslag { get; init; }
}
