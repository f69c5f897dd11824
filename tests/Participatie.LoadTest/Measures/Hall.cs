using System.Collections.Concurrent;
using System.Diagnostics;
using Participatie.LoadTest.Phones;

namespace Participatie.LoadTest.Measures;

/// <summary>All phones of a run. They do things together, and what goes wrong with one does not stop the others.</summary>
internal sealed class Hall : IAsyncDisposable
{
    /// <summary>A server takes so many connections at the same moment; the rest waits at its door.</summary>
    private const int Connecting = 256;

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource leaving = new();
    private readonly Errors errors;
    private readonly Task pinging;

    public Hall(IReadOnlyList<Phone> phones, Errors errors)
    {
        Phones = phones;
        this.errors = errors;
        pinging = PingAsync();
    }

    public IReadOnlyList<Phone> Phones { get; }

    /// <summary>Connects them all and returns how long that took.</summary>
    public async Task<TimeSpan> ConnectAsync(string deed, IEnumerable<Phone> phones, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(phones, new ParallelOptions { MaxDegreeOfParallelism = Connecting, CancellationToken = ct }, async (phone, cancel) =>
        {
            try
            {
                await phone.ConnectAsync(cancel);
            }
            catch (Exception fault) when (fault is ConnectionLostException or HubRefusedException)
            {
                errors.Add(deed, fault);
            }
        });
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>All of them send the choice that waits at once.</summary>
    public async Task<Burst> CastAsync(string deed, IEnumerable<Phone> phones, CancellationToken ct)
    {
        var times = new ConcurrentBag<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(phones.Select(async phone =>
        {
            try
            {
                times.Add(await phone.CastAsync(ct));
            }
            catch (Exception fault) when (fault is ConnectionLostException or HubRefusedException)
            {
                errors.Add(deed, fault);
            }
        }));
        var took = Stopwatch.GetElapsedTime(start);
        return new Burst(Samples.Of(times), times.Count / took.TotalSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await pinging;
        await Parallel.ForEachAsync(Phones, static (phone, _) => phone.DisposeAsync());
        leaving.Dispose();
    }

    /// <summary>A server forgets a phone that says nothing for half a minute.</summary>
    private async Task PingAsync()
    {
        using var clock = new PeriodicTimer(PingEvery);
        try
        {
            while (await clock.WaitForNextTickAsync(leaving.Token))
            {
                foreach (var phone in Phones)
                    await PingAsync(phone);
            }
        }
        catch (OperationCanceledException)
        {
            // The hall is empty.
        }
    }

    private async Task PingAsync(Phone phone)
    {
        try
        {
            await phone.PingAsync(leaving.Token);
        }
        catch (ConnectionLostException)
        {
            // Whoever uses this phone next will notice.
        }
    }
}

/// <summary>Many votes at once: how long each took, and how many were confirmed in a second.</summary>
internal sealed record Burst(Samples Times, double PerSecond)
{
    /// <summary>The processor time that the server spent on one vote; null when it runs elsewhere.</summary>
    public TimeSpan? WorkPerVote { get; init; }
}
