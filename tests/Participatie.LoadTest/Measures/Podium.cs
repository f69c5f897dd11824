using Participatie.Core.Polls;
using Participatie.LoadTest.Phones;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Measures;

/// <summary>The front of the hall: what is done there, and when the last phone has seen it.</summary>
internal sealed class Podium(Venue venue, Errors errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Audience Audience { get; } = new();

    /// <summary>Brings a poll into its next state. Null when not every phone saw it.</summary>
    public async Task<Sight?> BringAsync(Guid pollId, PollState state, int phones, CancellationToken ct)
    {
        var sighting = Audience.Await(pollId, state, phones);
        try
        {
            await ActAsync(pollId, state, ct);
            return await sighting.Everybody.WaitAsync(Patience, ct);
        }
        catch (TimeoutException)
        {
            errors.Add($"seeing the poll {state.ToString().ToLowerInvariant()}: it never came", sighting.Missing);
        }
        catch (HttpRequestException fault)
        {
            errors.Add("leading the meeting", fault);
        }

        return null;
    }

    /// <summary>Closes a poll, releases its result and compares it with what the phones, and others, know to be confirmed.</summary>
    public async Task<Tally?> CountAsync(Guid pollId, IReadOnlyList<Phone> phones, IEnumerable<Vote> others, CancellationToken ct)
    {
        if (await BringAsync(pollId, PollState.Closed, phones.Count, ct) is null || await BringAsync(pollId, PollState.Released, phones.Count, ct) is not { } released)
            return null;

        var tally = Tally.Compare(phones.Select(phone => phone.Confirmed).Concat(others), released.Snapshot.Poll!);
        if (tally.Differences > 0)
            errors.Add("confirmed votes and the published tally differ", tally.Differences);
        return tally;
    }

    private Task ActAsync(Guid pollId, PollState state, CancellationToken ct) => state switch
    {
        PollState.Open => venue.OpenAsync(pollId, ct),
        PollState.Closed => venue.CloseAsync(pollId, ct),
        _ => venue.ReleaseAsync(pollId, ct),
    };
}
