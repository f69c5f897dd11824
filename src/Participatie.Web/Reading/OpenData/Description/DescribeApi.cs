using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Participatie.Web.Reading.OpenData.Resources;

namespace Participatie.Web.Reading.OpenData.Description;

/// <summary>What the description says of the API as a whole.</summary>
internal sealed class DescribeApi : IOpenApiDocumentTransformer
{
    private const string About =
        """
        Wat buurten bespreken, waarover zij stemmen, wat zij besluiten en welk antwoord zij krijgen. Alleen wat ook op de website
        staat, dus niets van voor de publicatie en nooit wie wat stemde.

        * Iedereen mag alles lezen. Je hebt geen sleutel nodig, en je kunt niets veranderen.
        * De gegevens zijn vrij van rechten (CC0 1.0): je mag er alles mee doen.
        * Een lijst komt pagina voor pagina. `_links` en de header `Link` zeggen waar de volgende is.
        * Momenten hebben altijd een tijdzone (ISO 8601). Dagen zijn dagen in Nederland.
        * Bewaar de `ETag` en stuur die mee als `If-None-Match`. Is er niets veranderd, dan is het antwoord 304, zonder inhoud.
        * Wat misgaat, staat in `application/problem+json` (RFC 9457).
        * De woorden zijn die van Open Raadsinformatie waar dat past: vergadering, agendapunt, stemming, besluit. Een tafel is
          daar een gremium, een verslag een informatieobject.
        """;

    /// <summary>The name of a type in the description; null for what needs none.</summary>
    public static string? SchemaName(JsonTypeInfo type) =>
        type.Type is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(Lijst<>)
            ? $"LijstVan{list.GetGenericArguments()[0].Name}"
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Open data van Participatie",
            Version = OpenDataAnswers.Version,
            Summary = "Vergaderingen, stemmingen, verslagen en besluiten van wijktafels.",
            Description = About,
            Contact = new OpenApiContact { Name = "Participatie" },
            License = new OpenApiLicense { Name = "CC0 1.0 Universal", Identifier = "CC0-1.0" },
        };
        document.Tags = new HashSet<OpenApiTag>(Datasets(context).Select(dataset => new OpenApiTag { Name = dataset.Name, Description = dataset.About }));

        // The address of the server holds the version, so that the addresses below it stay the same in a next one.
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
            paths.Add(path[Addresses.Root.Length..], item);
        document.Paths = paths;
        return Task.CompletedTask;
    }

    private static IEnumerable<Dataset> Datasets(OpenApiDocumentTransformerContext context) => context.DescriptionGroups
        .SelectMany(group => group.Items)
        .SelectMany(endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<Dataset>())
        .Distinct();
}
