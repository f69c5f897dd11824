using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Participatie.Web.Tests.Telemetry;

/// <summary>Takes what OpenTelemetry sends over HTTP, and keeps its bytes.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = [];
    private readonly WebApplication site;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        site = builder.Build();
        site.MapPost("/v1/{signal}", TakeAsync);
    }

    public string Address => site.Urls.First();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector.site.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>All that came for this signal, a character for each byte.</summary>
    public string Read(string signal) =>
        string.Concat(received.Where(message => message.Path.EndsWith(signal, StringComparison.Ordinal)).Select(message => Encoding.Latin1.GetString(message.Body)));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        received.Enqueue((http.Request.Path, body.ToArray()));
    }
}
