using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.StaticAssets;
using Participatie.Web.Live;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Accounts;

/// <summary>Something that a visitor can ask of the server.</summary>
/// <param name="Method">As HTTP calls it, or HUB.</param>
/// <param name="Route">Its route, with the name of the form where a page has several; for the hub the name of the method.</param>
/// <param name="Page">The page that answers; null when none does.</param>
/// <param name="Inputs">What it takes besides its route: names as a form or a query string writes them.</param>
internal sealed partial record Ask(string Method, string Route, CompiledPageActionDescriptor? Page, IReadOnlyList<string> Inputs)
{
    /// <summary>With the parts of the route by their names only.</summary>
    public override string ToString() => $"{Method} {Part().Replace(Route, "{${name}}")}";

    /// <summary>A part in braces, with what it is bound to, in which braces are doubled.</summary>
    [GeneratedRegex(@"\{(?<name>\w+)(?:[^{}]|\{\{|\}\})*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}

/// <summary>All that the server answers to, found in the server itself: what is new is among it.</summary>
internal static class Endpoints
{
    public static IReadOnlyList<Ask> Of(Hall hall)
    {
        var loader = hall.Get<PageLoader>();
        var inputs = new Inputs(hall.Get<IModelMetadataProvider>());
        var asks = new List<Ask>();
        foreach (var endpoint in hall.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                asks.AddRange(OfPage(loader.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult(), inputs));
            else if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.Metadata.GetMetadata<HubMetadata>() is null)
                asks.AddRange(Methods(endpoint).Select(method => new Ask(method, $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", Page: null, Inputs.Of(endpoint))));
        }

        asks.AddRange(typeof(MeetingHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition() == method)
            .Select(method => new Ask("HUB", method.Name, Page: null, [])));
        return [.. asks.DistinctBy(ask => ask.ToString(), StringComparer.Ordinal).OrderBy(ask => ask.ToString(), StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods.Where(method => !HttpMethods.IsHead(method)) : ["GET"];

    private static IEnumerable<Ask> OfPage(CompiledPageActionDescriptor page, Inputs inputs)
    {
        var route = $"/{page.AttributeRouteInfo!.Template}";
        yield return new Ask("GET", route, page, inputs.Of(page, page.HandlerMethods.FirstOrDefault(handler => HttpMethods.IsGet(handler.HttpMethod) && handler.Name is null)));
        foreach (var handler in page.HandlerMethods.Where(handler => HttpMethods.IsPost(handler.HttpMethod)))
            yield return new Ask("POST", handler.Name is null ? route : $"{route}?handler={handler.Name}", page, inputs.Of(page, handler));
    }
}
