using System.Net.Http.Json;
using Participatie.Core.Polls;
using Participatie.LoadTest.Commands;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Floor;
using Participatie.LoadTest.Machine;
using Participatie.LoadTest.Phones;
using Participatie.Web.Data;
using Participatie.Web.Live;

namespace Participatie.LoadTest.Venues;

/// <summary>The bare hub. What it shows is a copy of what Participatie showed, so that both send as many bytes.</summary>
internal sealed class FloorVenue : Venue
{
    private readonly ServerProcess server;
    private readonly Snapshot example;
    private readonly HttpClient http = new();

    private FloorVenue(ServerProcess server, Snapshot example)
    {
        this.server = server;
        this.example = example;
    }

    public override string Name => "the floor";

    public override bool Publishes => false;

    public override int? Process => server.Id;

    public static async Task<FloorVenue> StartAsync(Database database, Workplace workplace, Snapshot example, CancellationToken ct)
    {
        var hub = await ServerProcess.StartAsync(
            typeof(FloorVenue).Assembly.Location, [FloorCommand.Name, await database.CreateAsync("floor")], database.ServerEnvironment, workplace.PathOf("floor.log"), ct);
        var venue = new FloorVenue(hub, example);
        await venue.ShowAsync(Guid.Empty, PollState.Draft, ct);
        return venue;
    }

    public override Task<Entrance> EnterAsync(int people, Audience audience, CancellationToken ct)
    {
        var hub = new Uri(server.Address, FloorServer.HubPath);
        return Task.FromResult(new Entrance([.. Enumerable.Range(0, people).Select(_ => new Phone(hub, $"{Guid.NewGuid()}", cookies: null, audience))], []));
    }

    public override Task<Guid> AddPollAsync(string question, CancellationToken ct) => Task.FromResult(RowKey.New());

    public override Task OpenAsync(Guid pollId, CancellationToken ct) => ShowAsync(pollId, PollState.Open, ct);

    public override Task CloseAsync(Guid pollId, CancellationToken ct) => Task.CompletedTask;

    public override Task ReleaseAsync(Guid pollId, CancellationToken ct) => ShowAsync(pollId, PollState.Released, ct);

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    private async Task ShowAsync(Guid pollId, PollState state, CancellationToken ct)
    {
        var snapshot = example with { Poll = example.Poll! with { Id = pollId, State = state } };
        using var answer = await http.PostAsJsonAsync(new Uri(server.Address, FloorServer.StagePath), snapshot, Json.Options, ct);
        answer.EnsureSuccessStatusCode();
    }
}
