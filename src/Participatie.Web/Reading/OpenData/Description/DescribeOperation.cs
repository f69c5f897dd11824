using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Participatie.Web.Reading.OpenData.Datasets;

namespace Participatie.Web.Reading.OpenData.Description;

/// <summary>What the description says of one address: what can be asked there, and what comes back.</summary>
internal sealed class DescribeOperation(Problems problems, IOptions<JsonOptions> json) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var dataset = context.Description.ActionDescriptor.EndpointMetadata.OfType<Dataset>().Single();
        var isList = context.Description.RelativePath!.EndsWith(dataset.Name, StringComparison.Ordinal);
        operation.Tags = new HashSet<OpenApiTagReference> { new(dataset.Name, context.Document) };
        operation.Parameters ??= [];
        operation.Security = []; // nobody needs a key: to say nothing would leave it open
        if (isList)
            DescribeList(operation, dataset);
        else
            DescribeOne(operation, dataset);
        Describe(operation.Responses!, dataset, isList);
        return Task.CompletedTask;
    }

    private static void DescribeList(OpenApiOperation operation, Dataset dataset)
    {
        operation.OperationId = $"lees-{dataset.Name}";
        operation.Summary = $"Lees {dataset.Name}, pagina voor pagina";
        operation.Description = dataset.About;
        foreach (var filter in dataset.Filters)
            operation.Parameters!.Add(Parameter(filter.Name, filter.Meaning, Value(filter.Type, filter.Example), Schema(filter)));
        operation.Parameters!.Add(Parameter(Asked.PageName, "De hoeveelste pagina.", JsonValue.Create(1), Number(standard: 1, most: null)));
        operation.Parameters.Add(Parameter(
            Asked.CountName, "Hoeveel er op een pagina staan.", JsonValue.Create(Asked.UsualCount), Number(Asked.UsualCount, Asked.MostCount)));
    }

    private static void DescribeOne(OpenApiOperation operation, Dataset dataset)
    {
        operation.OperationId = $"lees-een-van-{dataset.Name}";
        operation.Summary = $"Lees {dataset.One}";
        operation.Description = $"Lees {dataset.One}, met het kenmerk dat in de lijst staat.";
        foreach (var id in operation.Parameters!.OfType<OpenApiParameter>())
            id.Description = "Het kenmerk.";
    }

    private static OpenApiParameter Parameter(string name, string meaning, JsonNode example, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = meaning, Example = example, Schema = schema };

    private static OpenApiSchema Schema(Filter filter) => new() { Type = filter.Type, Enum = filter.Values is { } values ? [.. values.Select(value => JsonValue.Create(value))] : null };

    private static JsonValue Value(JsonSchemaType type, string example) =>
        type == JsonSchemaType.Integer ? JsonValue.Create(int.Parse(example, CultureInfo.InvariantCulture)) : JsonValue.Create(example)!;

    private static OpenApiSchema Number(int standard, int? most) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = "1",
        Maximum = most?.ToString(CultureInfo.InvariantCulture),
        Default = JsonValue.Create(standard),
    };

    private void Describe(OpenApiResponses responses, Dataset dataset, bool isList)
    {
        var item = JsonSerializer.SerializeToNode(dataset.Example(Examples.Site), json.Value.SerializerOptions)!;
        foreach (var (code, answer) in responses.ToList())
        {
            var response = (OpenApiResponse)answer;
            var status = int.Parse(code, CultureInfo.InvariantCulture);
            response.Description = status == StatusCodes.Status200OK ? "Wat je vroeg." : problems.Title(status);
            response.Headers = DescribedHeaders.Of(withTag: status == StatusCodes.Status200OK, withLinks: status == StatusCodes.Status200OK && isList);
            foreach (var content in response.Content!.Values)
                content.Example = status != StatusCodes.Status200OK ? Example(status) : isList ? List(dataset, item) : item;
        }

        responses[StatusCodes.Status304NotModified.ToString(CultureInfo.InvariantCulture)] =
            new OpenApiResponse { Description = "Wat je al hebt, is nog hetzelfde.", Headers = DescribedHeaders.Of(withTag: true, withLinks: false) };
    }

    private static JsonObject List(Dataset dataset, JsonNode item)
    {
        JsonObject Page(int page) => new() { ["href"] = Examples.Site.Api($"{dataset.Name}?{Asked.PageName}={page}&{Asked.CountName}=1") };
        return new JsonObject
        {
            ["_links"] = new JsonObject { ["self"] = Page(2), ["first"] = Page(1), ["prev"] = Page(1), ["next"] = Page(3), ["last"] = Page(3) },
            ["pagina"] = 2,
            ["aantal"] = 1,
            ["totaal"] = 3,
            ["resultaten"] = new JsonArray(item),
        };
    }

    private JsonObject Example(int status) => new()
    {
        ["type"] = "https://tools.ietf.org/html/rfc9110#section-15",
        ["title"] = problems.Title(status),
        ["status"] = status,
        ["detail"] = problems.Detail(status),
    };
}
