using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Participatie.Web.Reading.OpenData.Description;

/// <summary>Says of types what the framework leaves out.</summary>
internal sealed class DescribeSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type.IsEnum)
            schema.Type = JsonSchemaType.String;
        if (context.JsonTypeInfo.Type == typeof(ProblemDetails))
            schema.Description = "Wat er misging (RFC 9457).";
        return Task.CompletedTask;
    }
}
