using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Participatie.Web.Reading.OpenData.Datasets;

namespace Participatie.Web.Reading.OpenData.Description;

/// <summary>What the description says of the headers of an answer.</summary>
internal static class DescribedHeaders
{
    public static Dictionary<string, IOpenApiHeader> Of(bool withTag, bool withLinks)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            [OpenDataAnswers.VersionHeader] = Header("De hele versie van de API.", OpenDataAnswers.Version),
        };
        if (withTag)
            headers["ETag"] = Header("Het merk van dit antwoord, voor If-None-Match.", "\"1f2e3d4c5b6a79880123456789abcdef\"");
        if (withLinks)
            headers["Link"] = Header("De adressen van deze pagina en van de andere (RFC 8288).", $"<{Examples.Site.Api("wijken?pagina=2&aantal=50")}>; rel=\"next\"");
        return headers;
    }

    private static OpenApiHeader Header(string meaning, string example) =>
        new() { Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = JsonValue.Create(example) };
}
