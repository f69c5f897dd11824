using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace Participatie.Web.Tests.Accounts;

/// <summary>What the server reads of a form or a query string, found in the server itself.</summary>
internal sealed class Inputs(IModelMetadataProvider models)
{
    /// <summary>Deeper than any form of ours.</summary>
    private const int Deepest = 5;

    public IReadOnlyList<string> Of(CompiledPageActionDescriptor page, HandlerMethodDescriptor? handler) =>
    [
        .. page.BoundProperties.Concat<ParameterDescriptor>(handler?.Parameters ?? [])
            .Where(input => input.BindingInfo?.BindingSource is not { } source || !source.CanAcceptDataFrom(BindingSource.Services))
            .SelectMany(input => Names(input.BindingInfo?.BinderModelName ?? input.Name, models.GetMetadataForType(input.ParameterType), Deepest))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    public static IReadOnlyList<string> Of(RouteEndpoint endpoint) =>
    [
        .. (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
            .Where(parameter => (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is var type && (type == typeof(string) || type.IsPrimitive || type.IsEnum || type == typeof(DateOnly) || type == typeof(Guid)))
            .Select(parameter => parameter.Name!)
            .Where(name => endpoint.RoutePattern.GetParameter(name) is null),
    ];

    private static IEnumerable<string> Names(string name, ModelMetadata model, int depth)
    {
        if (depth == 0 || model.ModelType == typeof(CancellationToken) || typeof(IFormFile).IsAssignableFrom(model.ModelType))
            return [];
        if (model.ElementMetadata is { } element)
            return typeof(IFormFile).IsAssignableFrom(element.ModelType) ? [] : element.IsComplexType ? Names($"{name}[0]", element, depth - 1) : [name];
        return model.IsComplexType ? Parts(model).SelectMany(part => Names($"{name}.{part.Name}", part, depth - 1)) : [name];
    }

    /// <summary>Of a record what its constructor takes, of a class what can be set.</summary>
    private static IEnumerable<ModelMetadata> Parts(ModelMetadata model) =>
        model.BoundConstructor?.BoundConstructorParameters is { } parameters ? parameters : model.Properties.Where(property => !property.IsReadOnly);
}
