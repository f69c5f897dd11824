using Microsoft.AspNetCore.SignalR;

namespace Participatie.Web.Live;

/// <summary>
/// A server that stops hears out the phones that are speaking: a vote that it stored is confirmed before the connection
/// ends. Then SignalR closes the connections, and phones come back by themselves, each after a wait of its own.
/// </summary>
public sealed class Farewell(IHostApplicationLifetime life) : IHubFilter, IHostedService, IDisposable
{
    /// <summary>A vote gets its answer, or hears that it was not stored, within six seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>For the last answers to reach the wire. A phone that misses its answer asks again: the same vote, the same receipt.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(100);

    private CancellationTokenRegistration stopping;
    private int speaking;

    /// <summary>How many phones wait for an answer.</summary>
    public int Speaking => Volatile.Read(ref speaking);

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        Interlocked.Increment(ref speaking);
        try
        {
            if (life.ApplicationStopping.IsCancellationRequested)
                throw new HubException(MeetingHub.NotStored); // or the last phone would never stop speaking
            return await next(invocationContext);
        }
        finally
        {
            Interlocked.Decrement(ref speaking);
        }
    }

    /// <summary>Registered after SignalR, and so heard before it: the last to ask is the first to be told.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        stopping = life.ApplicationStopping.Register(HearOut);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    /// <summary>Holds up the closing of connections, which is why it waits in place.</summary>
    private void HearOut()
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Speaking > 0 && Environment.TickCount64 < until)
            Thread.Sleep(Look);
        Thread.Sleep(LastWords);
    }
}
