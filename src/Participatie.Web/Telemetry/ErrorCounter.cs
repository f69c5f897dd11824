namespace Participatie.Web.Telemetry;

/// <summary>Counts what is logged as an error, by the part of the program that did; the words stay in the log.</summary>
[ProviderAlias("Errors")]
public sealed class ErrorCounter(Measurements measurements) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Counting(measurements, categoryName);

    public void Dispose()
    {
        // It holds nothing.
    }

    private sealed class Counting(Measurements measurements, string part) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                measurements.Failed(part);
        }
    }
}
