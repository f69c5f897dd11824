using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Participatie.Web.Tests.Telemetry;

/// <summary>Keeps every line of a server's log.</summary>
[ProviderAlias("Notebook")]
internal sealed class Notebook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = [];

    public IReadOnlyCollection<string> Lines => lines;

    public void LieOpenIn(WebApplicationBuilder builder)
    {
        builder.Logging.AddProvider(this);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Logging:Notebook:LogLevel:Default", "Trace")]);
    }

    public ILogger CreateLogger(string categoryName) => new Writer(lines, categoryName);

    public void Dispose() => lines.Clear();

    private sealed class Writer(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
