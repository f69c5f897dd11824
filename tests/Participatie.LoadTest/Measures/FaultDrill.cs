using System.Diagnostics;
using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.LoadTest.Phones;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Measures;

/// <summary>Everybody votes while the database cannot keep anything, and tries again when it can.</summary>
internal sealed class FaultDrill : IAsyncDisposable
{
    private const int Options = 3;

    /// <summary>Somebody who looks at a phone longer than this without an answer has given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ParticipatieVenue venue;
    private readonly Podium podium;
    private Hall? present;
    private Guest? visitor;

    public FaultDrill(ParticipatieVenue venue)
    {
        this.venue = venue;
        podium = new Podium(venue, Errors);
    }

    public Errors Errors { get; } = new();

    /// <summary>Lets everybody in, and one more who has no script and votes by form.</summary>
    public async Task PrepareAsync(int people, CancellationToken ct)
    {
        var entrance = await venue.EnterAsync(people, podium.Audience, ct);
        present = new Hall(entrance.Phones, Errors);
        visitor = await venue.EnterWithoutScriptAsync(ct);
        await present.ConnectAsync("connecting", present.Phones, ct);
    }

    /// <summary>Half have voted; then <paramref name="strike"/> does its work until its result is disposed.</summary>
    public async Task<Outage> RunAsync(string question, Func<Task<IAsyncDisposable>> strike, CancellationToken ct)
    {
        var hall = present!;
        var poll = await venue.AddPollAsync(question, ct);
        await podium.BringAsync(poll, PollState.Open, hall.Phones.Count, ct);
        Choose(hall.Phones.Take(hall.Phones.Count / 2), poll);
        await hall.CastAsync("voting", hall.Phones.Where(phone => phone.Waiting is not null), ct);

        var outage = new Outage();
        await using (await strike())
        {
            Choose(hall.Phones, poll);
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(hall.Phones.Select(phone => TryAsync(phone, outage, ct)));
            outage.Answered = Stopwatch.GetElapsedTime(start);
            outage.FormSaid = await VoteByFormAsync(poll, ct) ?? "the vote is counted";
        }

        var repaired = Stopwatch.GetTimestamp();
        await Task.WhenAll(hall.Phones.Where(phone => phone.Waiting is not null).Select(phone => InsistAsync(phone, repaired, ct)));
        outage.Recovered = Stopwatch.GetElapsedTime(repaired);
        if (await VoteByFormAsync(poll, ct) is { } said)
            Errors.Add($"voting by form after the database was well again: {said}");
        outage.Tally = await podium.CountAsync(poll, hall.Phones, [new Vote(poll, ParticipatieVenue.ChoiceWithoutScript, Attempt: 1)], ct);
        return outage;
    }

    public ValueTask DisposeAsync() => present?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static void Choose(IEnumerable<Phone> phones, Guid poll)
    {
        foreach (var phone in phones)
            phone.Choose(poll, RandomNumberGenerator.GetInt32(Options));
    }

    private static async Task TryAsync(Phone phone, Outage outage, CancellationToken ct)
    {
        try
        {
            await phone.CastAsync(ct).WaitAsync(Patience, ct);
            outage.Heard.Add("confirmed");
        }
        catch (HubRefusedException fault)
        {
            outage.Heard.Add($"refused: {fault.Message}");
        }
        catch (ConnectionLostException)
        {
            outage.Heard.Add("the connection was lost");
        }
        catch (TimeoutException)
        {
            outage.Heard.Add("nothing");
            await phone.BreakAsync();
        }
    }

    /// <summary>Returns why the vote is not counted; null when it is.</summary>
    private Task<string?> VoteByFormAsync(Guid poll, CancellationToken ct) => venue.VoteWithoutScriptAsync(visitor!, poll, ct);

    private async Task InsistAsync(Phone phone, long since, CancellationToken ct)
    {
        while (phone.Waiting is not null && Stopwatch.GetElapsedTime(since) < Patience)
        {
            try
            {
                if (!phone.IsConnected)
                    await phone.ConnectAsync(ct);
                await phone.CastAsync(ct).WaitAsync(Patience, ct);
            }
            catch (Exception fault) when (fault is HubRefusedException or ConnectionLostException or TimeoutException)
            {
                await Task.Delay(Pause, ct);
            }
        }

        if (phone.Waiting is not null)
            Errors.Add("a vote could not be cast after the database was well again");
    }
}

/// <summary>What people noticed of a database that could keep nothing.</summary>
internal sealed class Outage
{
    /// <summary>What the phones heard when they voted.</summary>
    public Errors Heard { get; } = new();

    /// <summary>How long the last phone waited for that.</summary>
    public TimeSpan Answered { get; set; }

    /// <summary>What the page said to somebody who votes without a script.</summary>
    public string FormSaid { get; set; } = "";

    /// <summary>How long it took from the repair until all votes were confirmed.</summary>
    public TimeSpan Recovered { get; set; }

    public Tally? Tally { get; set; }
}
