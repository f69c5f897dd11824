using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Machine;
using Participatie.LoadTest.Phones;
using Participatie.Web.Data;
using Participatie.Web.Demonstration;

namespace Participatie.LoadTest.Venues;

/// <summary>The real server, through its real doors.</summary>
internal sealed class ParticipatieVenue : Venue
{
    public const int ChoiceWithoutScript = 0;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "participatie.dll");

    private readonly Func<Uri, CancellationToken, Task<ServerProcess>>? start;
    private readonly Queue<string> passes;
    private readonly DemoSummary demo;
    private readonly Uri address;
    private readonly Door door;
    private readonly Facilitator facilitator;
    private ServerProcess? server;

    private ParticipatieVenue(DemoSummary demo, Uri address, Func<Uri, CancellationToken, Task<ServerProcess>>? start, ServerProcess? server)
    {
        this.demo = demo;
        this.address = address;
        this.start = start;
        this.server = server;
        passes = new Queue<string>(demo.Passes);
        door = new Door(address);
        facilitator = new Facilitator(address, demo);
    }

    public override string Name => "Participatie";

    public override bool Publishes => true;

    public override int? Process => server?.Id;

    public Uri Site => address;

    public Uri Hub => new(address, "/hubs/meeting");

    public string Code => demo.MeetingCode;

    /// <summary>Fills a fresh database with the demonstration and serves it.</summary>
    public static async Task<ParticipatieVenue> StartAsync(Database database, string connectionString, Workplace workplace, int people, CancellationToken ct)
    {
        var journal = workplace.PathOf("participatie.log");
        var connection = $"--ConnectionStrings:{Web.Data.Databases.ConnectionName}={connectionString}";
        var summary = await ServerProcess.RunAsync(Program, ["demo", "--json", $"--passes={people}", connection], database.ServerEnvironment, journal, ct);

        Task<ServerProcess> Serve(Uri at, CancellationToken cancel) =>
            ServerProcess.StartAsync(Program, ["serve", $"--urls={at}", connection], database.ServerEnvironment, journal, cancel);
        var served = await Serve(new Uri("http://127.0.0.1:0"), ct);
        return await SignInAsync(new ParticipatieVenue(Json.Read<DemoSummary>(summary), served.Address, Serve, served), ct);
    }

    /// <summary>A server that somebody else runs, with the demonstration that this file tells about.</summary>
    public static async Task<ParticipatieVenue> VisitAsync(Uri address, FileInfo demo, CancellationToken ct)
    {
        var summary = Json.Read<DemoSummary>(await File.ReadAllTextAsync(demo.FullName, ct));
        return await SignInAsync(new ParticipatieVenue(summary, address, start: null, server: null), ct);
    }

    public override async Task<Entrance> EnterAsync(int people, Audience audience, CancellationToken ct)
    {
        if (people > passes.Count)
            throw new LoadTestFault($"The demonstration has {passes.Count} passes left and {people} people want to come in: make it with 'demo --passes {people}'.");

        var phones = new List<Phone>(people);
        var waves = new List<IReadOnlyList<TimeSpan>>();
        foreach (var wave in Enumerable.Range(0, people).Chunk(Doorway))
        {
            var guests = await Task.WhenAll(wave.Select(_ => door.ScanAsync(passes.Dequeue(), ct)));
            var entered = await Task.WhenAll(guests.Select(guest => door.EnterAsync(guest, ct)));
            phones.AddRange(entered.Select(guest => new Phone(Hub, Code, guest.Cookies, audience)));
            waves.Add([.. entered.Select(guest => guest.Took)]);
        }

        return new Entrance(phones, waves);
    }

    public override Task<Guid> AddPollAsync(string question, CancellationToken ct) => facilitator.AddPollAsync(question, ct);

    public override Task OpenAsync(Guid pollId, CancellationToken ct) => facilitator.StepAsync(pollId, "openen", ct);

    public override Task CloseAsync(Guid pollId, CancellationToken ct) => facilitator.StepAsync(pollId, "sluiten", ct);

    public override Task ReleaseAsync(Guid pollId, CancellationToken ct) => facilitator.StepAsync(pollId, "vrijgeven", ct);

    /// <summary>Lets in one person whose phone runs no scripts.</summary>
    public async Task<Guest> EnterWithoutScriptAsync(CancellationToken ct)
    {
        var guest = await door.ScanAsync(passes.Dequeue(), ct);
        return guest with { Cookies = (await door.EnterAsync(guest, ct)).Cookies };
    }

    /// <summary>Votes with the form of the page. Returns what the page complains of; null when the vote is counted.</summary>
    public Task<string?> VoteWithoutScriptAsync(Guest guest, Guid pollId, CancellationToken ct) =>
        door.VoteAsync(guest, $"/m/{Code}", pollId, ChoiceWithoutScript, ct);

    /// <summary>The power fails.</summary>
    public Task KillAsync() => server!.KillAsync();

    /// <summary>The power is back: the same database, the same address.</summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        await server!.DisposeAsync();
        server = await start!(address, ct);
    }

    public override async ValueTask DisposeAsync()
    {
        door.Dispose();
        facilitator.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }

    private static async Task<ParticipatieVenue> SignInAsync(ParticipatieVenue venue, CancellationToken ct)
    {
        try
        {
            await venue.facilitator.SignInAsync(ct);
            return venue;
        }
        catch
        {
            await venue.DisposeAsync();
            throw;
        }
    }
}
