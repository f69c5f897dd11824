using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Participatie.Web.Shared;

/// <summary>
/// Pieces of a page as safe HTML, written once and shown wherever they are wanted: in the page as it is sent, and in
/// what a screen that is already open receives.
/// </summary>
public sealed class Fragments(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    public async Task<string> RenderAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
