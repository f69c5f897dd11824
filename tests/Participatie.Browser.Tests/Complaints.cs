using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

/// <summary>What a browser complained about: errors on the console (violations of the content security policy are among them), scripts that threw, requests that failed.</summary>
public sealed class Complaints
{
    private readonly ConcurrentQueue<string> heard = new();
    private readonly ConcurrentDictionary<string, bool> expected = new(StringComparer.Ordinal);
    private bool withoutNetwork;

    public void ListenTo(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsStatus(message.Text) && !IsOffline(message.Text))
                heard.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => heard.Enqueue($"a script threw: {error.Error}");
        context.RequestFailed += (_, request) =>
        {
            if (!WasLeft(request) && !IsOffline(request.Failure))
                heard.Enqueue($"request failed: {request.Method} {request.Url}: {request.Failure}");
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !expected.ContainsKey(new Uri(response.Url).AbsolutePath))
                heard.Enqueue($"request refused: {response.Request.Method} {response.Url}: {response.Status}");
        };
    }

    /// <summary>This test asks for a refusal at this path.</summary>
    public void ExpectRefusal(string path) => expected[path] = true;

    /// <summary>This test takes the network away.</summary>
    public void ExpectNoNetwork() => withoutNetwork = true;

    public void AssertNone() => Assert.True(heard.IsEmpty, string.Join('\n', heard));

    /// <summary>Chromium repeats every refused request on the console; the response itself says more.</summary>
    private static bool IsStatus(string text) => text.StartsWith("Failed to load resource: the server responded with a status", StringComparison.Ordinal);

    private bool IsOffline(string? fault) => withoutNetwork && fault?.Contains("net::ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal) == true;

    /// <summary>A page that is left cuts off what was still on its way.</summary>
    private static bool WasLeft(IRequest request) => string.Equals(request.Failure, "net::ERR_ABORTED", StringComparison.Ordinal);
}
