namespace Participatie.Web.Shared;

/// <summary>Work that comes back. What fails is logged, and tried again the next time.</summary>
/// <param name="pause">From one time to the next; the first comes after it.</param>
public abstract class RecurringWork(TimeSpan pause, TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    protected ILogger Log { get; } = log;

    /// <summary>Does it once, now.</summary>
    public abstract Task RunAsync(CancellationToken ct);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, Clock);
        while (await ComesBackAsync(timer, stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                RecurringWorkLog.Failed(Log, fault);
            }
        }
    }

    /// <summary>False at the end: a host that could not start would call a cancelled wait a failure.</summary>
    private static async Task<bool> ComesBackAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

public static class RecurringWorkSetup
{
    public static void AddRecurringWork<T>(this IServiceCollection services)
        where T : RecurringWork
    {
        services.AddSingleton<T>();
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}

internal static partial class RecurringWorkLog
{
    [LoggerMessage(LogLevel.Error, "Work that comes back failed; it is tried again the next time")]
    public static partial void Failed(ILogger log, Exception fault);
}
