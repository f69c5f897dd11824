using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.LoadTest.Machine;
using Participatie.LoadTest.Phones;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Measures;

/// <summary>An evening with many phones: they come in, and in each round a poll opens, all vote, all change, some drop out, and the result appears.</summary>
internal sealed class HallRun(Venue venue, int people, HallFigures figures, TextWriter progress) : IAsyncDisposable
{
    /// <summary>They warm the server up and leave before anything is measured.</summary>
    public const int Rehearsing = 50;

    private const int Options = 3;
    private const int OneIn = 10;

    /// <summary>After its first guests a server compiles what it did for them; the hall comes later in the evening.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Podium podium = new(venue, figures.Errors);
    private Hall? present;

    /// <summary>Everybody comes in, and practises once.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        await RehearseAsync(ct);
        await Task.Delay(Settling, ct);
        var before = Memory;
        present = await ComeInAsync(ct);
        await Task.Delay(Rest, ct);
        figures.MemoryPerPhone = (Memory - before) / (double)people;
        await RoundAsync(present, new HallFigures(), "warm-up", ct);
    }

    /// <summary>One poll, from its opening to its result.</summary>
    public Task HoldPollAsync(string name, CancellationToken ct) => RoundAsync(present!, figures, name, ct);

    public async ValueTask DisposeAsync()
    {
        if (present is not null)
            await present.DisposeAsync();
    }

    private async Task RehearseAsync(CancellationToken ct)
    {
        var entrance = await venue.EnterAsync(Rehearsing, podium.Audience, ct);
        await using var hall = new Hall(entrance.Phones, figures.Errors);
        await hall.ConnectAsync("rehearsing", hall.Phones, ct);
        if (figures.Errors.Count > 0)
            throw new LoadTestFault($"The phones could not connect to {venue.Name}: {figures.Errors.Lines.First()}");

        await RoundAsync(hall, new HallFigures(), "rehearsal", ct);
    }

    private async Task<Hall> ComeInAsync(CancellationToken ct)
    {
        Say($"{people} people come in");
        var entrance = await venue.EnterAsync(people, podium.Audience, ct);
        figures.Joined.AddRange(entrance.Waves.Select(Samples.Of));
        var hall = new Hall(entrance.Phones, figures.Errors);
        var took = await hall.ConnectAsync("connecting", hall.Phones, ct);
        figures.ConnectsPerSecond.Add(people / took.TotalSeconds);
        return hall;
    }

    private async Task RoundAsync(Hall hall, HallFigures into, string name, CancellationToken ct)
    {
        var poll = await venue.AddPollAsync($"Doen we dit? ({name})", ct);
        if (await BringAsync(hall, poll, PollState.Open, ct) is not { } opened)
            return;

        into.Opened.Add(opened.After);
        figures.Example = opened.Snapshot;
        into.FirstVotes.Add(await VoteAsync(hall, poll, ct));
        into.ChangedVotes.Add(await VoteAsync(hall, poll, ct));
        await BreakAndResumeAsync(hall, into, poll, ct);

        if (venue.Publishes && await BringAsync(hall, poll, PollState.Closed, ct) is { } closed)
            into.Closed.Add(closed.After);
        if (await BringAsync(hall, poll, PollState.Released, ct) is not { } released)
            return;

        into.Released.Add(released.After);
        Say($"{name}: opened {opened.After.TotalMilliseconds:N0} ms, votes {into.FirstVotes[^1].Times.P95.TotalMilliseconds:N0} ms, changes {into.ChangedVotes[^1].Times.P95.TotalMilliseconds:N0} ms, released {released.After.TotalMilliseconds:N0} ms");
        if (venue.Publishes)
            Compare(hall, into, released);
    }

    private async Task<Burst> VoteAsync(Hall hall, Guid poll, CancellationToken ct)
    {
        foreach (var phone in hall.Phones)
            phone.Choose(poll, RandomNumberGenerator.GetInt32(Options));
        var before = Work;
        var burst = await hall.CastAsync("voting", hall.Phones, ct);
        return burst with { WorkPerVote = (Work - before) / hall.Phones.Count };
    }

    private long? Memory => venue.Process is { } server ? Linux.MemoryOf(server) : null;

    private TimeSpan? Work => venue.Process is { } server ? Linux.ProcessorTimeOf(server) : null;

    /// <summary>Some send a choice and lose the connection before they hear what became of it; they come back and try again.</summary>
    private static async Task BreakAndResumeAsync(Hall hall, HallFigures into, Guid poll, CancellationToken ct)
    {
        var unlucky = hall.Phones.Where((_, number) => number % OneIn == 0).ToList();
        foreach (var phone in unlucky)
        {
            phone.Choose(poll, RandomNumberGenerator.GetInt32(Options));
            var cast = phone.CastAsync(ct);
            await phone.BreakAsync();
            await cast.ContinueWith(static _ => { }, ct, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        var took = await hall.ConnectAsync("resuming", unlucky, ct);
        into.ResumesPerSecond.Add(unlucky.Count / took.TotalSeconds);
        into.Retries.Add((await hall.CastAsync("trying again", unlucky.Where(phone => phone.Waiting is not null), ct)).Times);
    }

    /// <summary>After a moment of rest, so that what came before is not measured with it.</summary>
    private async Task<Sight?> BringAsync(Hall hall, Guid poll, PollState state, CancellationToken ct)
    {
        await Task.Delay(Rest, ct);
        return await podium.BringAsync(poll, state, hall.Phones.Count, ct);
    }

    private void Compare(Hall hall, HallFigures into, Sight released)
    {
        var tally = Tally.Compare(hall.Phones.Select(phone => phone.Confirmed), released.Snapshot.Poll!);
        into.Confirmed += tally.Confirmed;
        into.Counted += tally.Counted;
        if (tally.Differences > 0)
            figures.Errors.Add("confirmed votes and the published tally differ", tally.Differences);
    }

    private void Say(string what) => progress.WriteLine($"{venue.Name}: {what}");
}
