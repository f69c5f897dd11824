using System.ComponentModel;

namespace Participatie.Web.Reading.OpenData.Resources;

[Description("Een punt op de agenda van een vergadering.")]
public sealed record Agendapunt
{
    [Description("Het kenmerk.")]
    public required Guid Id { get; init; }

    [Description("Het adres in deze API.")]
    public required string Url { get; init; }

    [Description("Het adres van de pagina voor mensen.")]
    public required string Webpaginalink { get; init; }

    [Description("De hoeveelste plaats op de agenda, vanaf 1.")]
    public required long Volgnummer { get; init; }

    [Description("De titel.")]
    public required string Titel { get; init; }

    [Description("De uitleg, als Markdown. Leeg als er geen uitleg is.")]
    public required string Omschrijving { get; init; }

    [Description("Wat er van de tafel wordt gevraagd.")]
    public required Agendadoel Doel { get; init; }

    [Description("Hoeveel minuten er voor dit punt zijn.")]
    public required int Minuten { get; init; }

    [Description("De vergadering.")]
    public required Verwijzing Vergadering { get; init; }

    [Description("De tafel die vergadert.")]
    public required Verwijzing Tafel { get; init; }
}
