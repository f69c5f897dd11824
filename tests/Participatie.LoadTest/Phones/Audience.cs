using System.Diagnostics;
using Participatie.Core.Polls;
using Participatie.Web.Live;

namespace Participatie.LoadTest.Phones;

/// <summary>All who follow one meeting, and what they are looking out for together.</summary>
internal sealed class Audience
{
    private readonly Broadcasts broadcasts = new();
    private volatile Sighting? awaited;

    /// <summary>From now on everybody looks out for this poll in this state.</summary>
    public Sighting Await(Guid pollId, PollState state, int phones) => awaited = new Sighting(pollId, state, phones);

    /// <summary>A phone heard this.</summary>
    /// <param name="record">The words.</param>
    /// <param name="seen">The last thing that this phone saw of what was awaited.</param>
    public void Hear(ReadOnlySpan<byte> record, ref Sighting? seen)
    {
        var snapshot = broadcasts.Read(record);
        if (awaited is not { } sighting || ReferenceEquals(seen, sighting) || !sighting.IsIn(snapshot))
            return;

        seen = sighting;
        sighting.Count(snapshot!);
    }
}

/// <summary>Something that every phone has to see, from the moment this was made.</summary>
internal sealed class Sighting(Guid pollId, PollState state, int phones)
{
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly TaskCompletionSource<Sight> everybody = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int missing = phones;

    /// <summary>Ends when the last phone has seen it.</summary>
    public Task<Sight> Everybody => everybody.Task;

    public int Missing => missing;

    public bool IsIn(Snapshot? snapshot) => snapshot?.Poll is { } poll && poll.Id == pollId && poll.State == state;

    public void Count(Snapshot snapshot)
    {
        if (Interlocked.Decrement(ref missing) == 0)
            everybody.TrySetResult(new Sight(snapshot, Stopwatch.GetElapsedTime(start)));
    }
}

/// <summary>What everybody saw, and when the last of them did.</summary>
internal sealed record Sight(Snapshot Snapshot, TimeSpan After);
