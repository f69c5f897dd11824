using System.Diagnostics;
using Participatie.Core.Polls;
using Participatie.Web.Live;
using Participatie.Web.Polls;

namespace Participatie.LoadTest.Phones;

/// <summary>A choice on its way to the ballot box; a retry repeats it as it is.</summary>
internal sealed record Vote(Guid PollId, int Option, long Attempt);

/// <summary>Somebody in the hall: a phone that keeps its vote until the server has confirmed it.</summary>
/// <param name="hub">The hub's address.</param>
/// <param name="code">What it joins with.</param>
/// <param name="cookies">Who it is; null where that is not asked.</param>
/// <param name="audience">All who follow the meeting together.</param>
internal sealed class Phone(Uri hub, string code, string? cookies, Audience audience) : IAsyncDisposable
{
    private HubConnection? connection;
    private Sighting? seen;

    /// <summary>The vote that is not yet counted.</summary>
    public Vote? Waiting { get; private set; }

    /// <summary>The last vote that the server confirmed.</summary>
    public Vote? Confirmed { get; private set; }

    public bool IsConnected => connection is { IsOpen: true };

    /// <summary>Connects, or connects again, and shows what the meeting is at.</summary>
    public async Task<Answer<Snapshot>> ConnectAsync(CancellationToken ct)
    {
        await BreakAsync();
        connection = await HubConnection.OpenAsync(hub, cookies, Hear, ct);
        return await connection.JoinAsync<Snapshot>(code, ct);
    }

    /// <summary>Makes a new choice. It waits until it is confirmed.</summary>
    public void Choose(Guid pollId, int option) => Waiting = new Vote(pollId, option, (LastOf(pollId)?.Attempt ?? 0) + 1);

    /// <summary>Sends the choice that waits, and returns how long its confirmation took.</summary>
    public async Task<TimeSpan> CastAsync(CancellationToken ct)
    {
        var vote = Waiting!;
        var start = Stopwatch.GetTimestamp();
        var (answer, at) = await Connection.CastVoteAsync<VoteAnswer>(vote, ct);
        if (answer is not { Verdict: Verdict.Accepted or Verdict.Changed, Receipt: not null })
            throw new HubRefusedException($"the verdict was {answer.Verdict}");

        Confirmed = vote;
        Waiting = null;
        return Stopwatch.GetElapsedTime(start, at);
    }

    public Task PingAsync(CancellationToken ct) => IsConnected ? Connection.PingAsync(ct) : Task.CompletedTask;

    /// <summary>Loses the connection.</summary>
    public async Task BreakAsync()
    {
        if (Interlocked.Exchange(ref connection, null) is { } lost)
            await lost.DisposeAsync();
    }

    public ValueTask DisposeAsync() => new(BreakAsync());

    private HubConnection Connection => connection ?? throw new ConnectionLostException();

    private Vote? LastOf(Guid pollId) => new[] { Waiting, Confirmed }.Where(vote => vote?.PollId == pollId).MaxBy(vote => vote!.Attempt);

    private void Hear(ReadOnlySpan<byte> record) => audience.Hear(record, ref seen);
}
