using System.Diagnostics;
using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.LoadTest.Phones;
using Participatie.LoadTest.Venues;
using Participatie.Web.Live;

namespace Participatie.LoadTest.Measures;

/// <summary>The power fails while everybody votes as fast as they can; afterwards nothing that was confirmed may be gone.</summary>
internal sealed class CrashDrill
{
    private const int Options = 3;
    private const int LongestStorm = 2000;

    private readonly ParticipatieVenue venue;
    private readonly Podium podium;

    public CrashDrill(ParticipatieVenue venue)
    {
        this.venue = venue;
        podium = new Podium(venue, Errors);
    }

    public Errors Errors { get; } = new();

    /// <summary>How long the server was away, and how long until every waiting vote was confirmed after that.</summary>
    public List<(TimeSpan Restart, TimeSpan Recovery)> Outages { get; } = [];

    public int Confirmed { get; private set; }

    public int Interrupted { get; private set; }

    public int Counted { get; private set; }

    public async Task RunAsync(int people, int times, TextWriter progress, CancellationToken ct)
    {
        var entrance = await venue.EnterAsync(people, podium.Audience, ct);
        await using var hall = new Hall(entrance.Phones, Errors);
        await hall.ConnectAsync("connecting", hall.Phones, ct);
        for (var time = 1; time <= times; time++)
        {
            await CrashAsync(hall, $"Val {time}", ct);
            await progress.WriteLineAsync($"crash {time} of {times}: {Confirmed} votes confirmed before their crash, {Interrupted} interrupted, {Errors.Count} errors");
        }
    }

    private async Task CrashAsync(Hall hall, string question, CancellationToken ct)
    {
        var poll = await venue.AddPollAsync(question, ct);
        if (await podium.BringAsync(poll, PollState.Open, hall.Phones.Count, ct) is null)
            return;

        var storm = hall.Phones.Select(phone => VoteUntilCutOffAsync(phone, poll, ct)).ToList();
        await Task.Delay(RandomNumberGenerator.GetInt32(LongestStorm), ct);
        await venue.KillAsync();
        Confirmed += (await Task.WhenAll(storm)).Sum();
        Interrupted += hall.Phones.Count(phone => phone.Waiting is not null);

        var start = Stopwatch.GetTimestamp();
        await venue.RestartAsync(ct);
        var restarted = Stopwatch.GetElapsedTime(start);
        await ComeBackAsync(hall, poll, ct);
        Outages.Add((restarted, Stopwatch.GetElapsedTime(start) - restarted));
        Counted += (await podium.CountAsync(poll, hall.Phones, others: [], ct))?.Counted ?? 0;
    }

    /// <summary>Returns how many votes were confirmed.</summary>
    private async Task<int> VoteUntilCutOffAsync(Phone phone, Guid poll, CancellationToken ct)
    {
        for (var confirmed = 0; ; confirmed++)
        {
            try
            {
                phone.Choose(poll, RandomNumberGenerator.GetInt32(Options));
                await phone.CastAsync(ct);
            }
            catch (ConnectionLostException)
            {
                return confirmed;
            }
            catch (HubRefusedException fault)
            {
                Errors.Add("voting", fault);
                return confirmed;
            }
        }
    }

    /// <summary>Each phone looks whether its confirmed vote is still there, and sends the one that waits again.</summary>
    private async Task ComeBackAsync(Hall hall, Guid poll, CancellationToken ct)
    {
        await Task.WhenAll(hall.Phones.Select(async phone =>
        {
            try
            {
                Check(phone, poll, (await phone.ConnectAsync(ct)).Value);
            }
            catch (Exception fault) when (fault is ConnectionLostException or HubRefusedException)
            {
                Errors.Add("coming back", fault);
            }
        }));
        await hall.CastAsync("trying again", hall.Phones.Where(phone => phone.Waiting is not null), ct);
    }

    /// <summary>The server may know the vote that waits, because its confirmation was lost; it may never know less than it confirmed.</summary>
    private void Check(Phone phone, Guid poll, Snapshot snapshot)
    {
        var confirmed = phone.Confirmed?.PollId == poll ? phone.Confirmed : null;
        var (own, waiting) = (snapshot.Own, phone.Waiting);
        var known = own is null ? null : new Vote(poll, own.Choices[0].Option, own.Attempt);
        if (known != confirmed && known != waiting)
            Errors.Add(confirmed is null ? "the server invented a vote" : "a confirmed vote was lost or changed");
    }
}
