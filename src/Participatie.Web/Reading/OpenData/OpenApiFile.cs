using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.OpenData;

/// <summary>The description of the API for programs (OpenAPI 3.1).</summary>
public static class OpenApiFile
{
    public const string Document = "v1";

    public const string Path = $"{Addresses.Root}/openapi.json";

    public static void MapOpenApiFile(this IEndpointRouteBuilder site) => site.MapMethods(Path, FileRequest.Methods, SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(
        HttpContext http, [FromKeyedServices(Document)] IOpenApiDocumentProvider documents, PublicAddress address, CancellationToken ct)
    {
        var document = await documents.GetOpenApiDocumentAsync(ct);
        document.Servers = [new OpenApiServer { Url = address.Of(http.Request, Addresses.Root) }];
        document.Info.Contact!.Url = new Uri(address.Of(http.Request, "/open-data"));
        return Results.Text(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct), "application/json");
    }
}
