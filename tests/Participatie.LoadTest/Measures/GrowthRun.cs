using System.Data.Common;
using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Machine;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Measures;

/// <summary>Votes in one poll, with few and with many ballots in it already.</summary>
internal sealed class GrowthRun(Premises premises, int people, int rounds)
{
    private const int Options = 3;
    private const int WarmUps = 10;

    public Errors Errors { get; } = new();

    /// <summary>What a vote costs with so many ballots in the poll.</summary>
    public async Task<IReadOnlyList<Cost>> RunAsync(IReadOnlyList<int> levels, CancellationToken ct)
    {
        var venue = premises.Venue;
        var podium = new Podium(venue, Errors);
        var entrance = await venue.EnterAsync(people, podium.Audience, ct);
        await using var hall = new Hall(entrance.Phones, Errors);
        await hall.ConnectAsync("connecting", hall.Phones, ct);
        var poll = await venue.AddPollAsync("Hoeveel stemmen passen erin?", ct);
        await podium.BringAsync(poll, PollState.Open, people, ct);

        var costs = new List<Cost>();
        for (var round = 0; round < WarmUps; round++)
            await VoteAsync(hall, poll, ct);
        var ballots = people;
        foreach (var level in levels)
        {
            await FillAsync(poll, level - ballots, ct);
            ballots = level;
            costs.Add(await MeasureAsync(hall, poll, ct));
        }

        return costs;
    }

    private async Task<Cost> MeasureAsync(Hall hall, Guid poll, CancellationToken ct)
    {
        await VoteAsync(hall, poll, ct);
        var bursts = new List<Burst>();
        var before = ProcessorTime();
        for (var round = 0; round < rounds; round++)
            bursts.Add(await VoteAsync(hall, poll, ct));
        return new Cost(bursts.Median(burst => burst.Times.P50), bursts.Median(burst => burst.Times.P95), (ProcessorTime() - before) / (rounds * people));
    }

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
    private async Task FillAsync(Guid poll, int count, CancellationToken ct)
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
