using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Participatie.Web.Reading.OpenData.Resources;

[Description("Een adres.")]
public sealed record Link
{
    [Description("Het hele adres.")]
    public required string Href { get; init; }
}

[Description("De adressen van deze pagina en van de andere.")]
public sealed record Bladwijzers
{
    [Description("Deze pagina.")]
    public required Link Self { get; init; }

    [Description("De eerste pagina.")]
    public required Link First { get; init; }

    [Description("De vorige pagina. Ontbreekt op de eerste.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Prev { get; init; }

    [Description("De volgende pagina. Ontbreekt op de laatste.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Next { get; init; }

    [Description("De laatste pagina.")]
    public required Link Last { get; init; }
}

[Description("Eén pagina van een lijst.")]
public sealed record Lijst<T>
{
    [Description("De adressen van deze pagina en van de andere.")]
    [JsonPropertyName("_links")]
    public required Bladwijzers Links { get; init; }

    [Description("De hoeveelste pagina dit is, vanaf 1.")]
    public required int Pagina { get; init; }

    [Description("Hoeveel er op een volle pagina staan.")]
    public required int Aantal { get; init; }

    [Description("Hoeveel er op alle pagina’s samen staan.")]
    public required long Totaal { get; init; }

    [Description("Wat er op deze pagina staat.")]
    public required IReadOnlyList<T> Resultaten { get; init; }
}
