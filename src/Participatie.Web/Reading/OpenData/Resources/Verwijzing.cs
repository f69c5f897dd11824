using System.ComponentModel;

namespace Participatie.Web.Reading.OpenData.Resources;

[Description("Een verwijzing naar iets anders in deze API.")]
public sealed record Verwijzing
{
    [Description("Het kenmerk.")]
    public required string Id { get; init; }

    [Description("Hoe het heet.")]
    public required string Naam { get; init; }

    [Description("Het adres in deze API.")]
    public required string Url { get; init; }
}
