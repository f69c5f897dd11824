using System.Data.Common;
using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Machine;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Measures;

/// <summary>Votes in one poll that holds so many ballots already.</summary>
internal sealed class GrowthRun(Premises premises, int people, Errors errors) : IAsyncDisposable
{
    private const int Options = 3;
    private const int WarmUps = 10;

    private readonly List<Burst> bursts = [];
    private TimeSpan worked;
    private Hall? present;
    private Guid poll;

    /// <summary>What a vote costs.</summary>
    public Cost Cost => new(bursts.Median(burst => burst.Times.P50), bursts.Median(burst => burst.Times.P95), worked / (bursts.Count * people));

    /// <summary>Everybody votes a few times, and the poll fills up to so many ballots.</summary>
    public async Task PrepareAsync(int ballots, CancellationToken ct)
    {
        var venue = premises.Venue;
        var podium = new Podium(venue, errors);
        var entrance = await venue.EnterAsync(people, podium.Audience, ct);
        present = new Hall(entrance.Phones, errors);
        await present.ConnectAsync("connecting", present.Phones, ct);
        poll = await venue.AddPollAsync("Hoeveel stemmen passen erin?", ct);
        await podium.BringAsync(poll, PollState.Open, people, ct);
        for (var round = 0; round < WarmUps; round++)
            await VoteAsync(present, poll, ct);
        await FillAsync(ballots - people, ct);
    }

    /// <summary>Everybody votes once more.</summary>
    public async Task VoteAsync(CancellationToken ct)
    {
        var before = ProcessorTime();
        bursts.Add(await VoteAsync(present!, poll, ct));
        worked += ProcessorTime() - before;
    }

    public ValueTask DisposeAsync() => present?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task<Burst> VoteAsync(Hall hall, Guid poll, CancellationToken ct)
    {
        foreach (var phone in hall.Phones)
            phone.Choose(poll, RandomNumberGenerator.GetInt32(Options));
        return hall.CastAsync("voting", hall.Phones, ct);
    }

    /// <summary>The time that the server and its database have worked.</summary>
    private TimeSpan ProcessorTime() => premises.Database.Processes.Append(premises.Venue.Process!.Value)
        .Aggregate(TimeSpan.Zero, (sum, process) => sum + Linux.ProcessorTimeOf(process));

    /// <summary>Puts ballots of people who are not here into the poll.</summary>
    private async Task FillAsync(int count, CancellationToken ct)
    {
        await using var connection = await Database.Open(premises.ConnectionString).OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = premises.Database.FillBallotsSql;
        command.CommandTimeout = 0;
        command.Parameters.Add(Parameter(command, "poll", poll));
        command.Parameters.Add(Parameter(command, "count", count));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        return parameter;
    }
}

/// <summary>What a vote costs: people's time, and the processor time of the server and its database.</summary>
internal sealed record Cost(TimeSpan P50, TimeSpan P95, TimeSpan Processor);
