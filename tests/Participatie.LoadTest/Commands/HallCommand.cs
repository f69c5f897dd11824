using System.CommandLine;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Machine;
using Participatie.LoadTest.Measures;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Commands;

internal static class HallCommand
{
    /// <summary>What a process needs besides a file for each phone.</summary>
    private const int OtherFiles = 1000;

    private static readonly TimeSpan SlowSync = TimeSpan.FromMilliseconds(5);

    public static Command Create()
    {
        var phones = new Option<int>("--phones") { DefaultValueFactory = _ => 600, Description = "How many phones are in the hall." };
        var database = CommonOptions.Database();
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "How many polls are held; each figure is the median of them." };
        var slowDisk = new Option<bool>("--slow-disk") { Description = "Makes every sync of the disk take 5 ms longer, for the server and for the floor." };
        var address = new Option<Uri?>("--address") { Description = "A server that runs already, such as http://localhost:5080; then neither its memory nor the floor is measured." };
        var demo = new Option<FileInfo?>("--demo") { Description = "What 'participatie demo --json --passes N' printed for that server, with 50 passes more than there are phones." };
        var hall = new Command("hall", "A hall full of phones joins, votes all at once, changes its votes, drops out and comes back; the published tally is compared with what was confirmed.")
        {
            phones, database, rounds, slowDisk, address, demo,
        };
        hall.SetAction((parsed, ct) => (parsed.GetValue(address), parsed.GetValue(demo)) switch
        {
            (null, null) => RunAsync(parsed.GetValue(phones), parsed.GetValue(database), parsed.GetValue(rounds), parsed.GetValue(slowDisk), ct),
            ({ } at, { } told) => VisitAsync(at, told, parsed.GetValue(phones), parsed.GetValue(rounds), ct),
            _ => throw new LoadTestFault("A server that runs already needs both --address and --demo."),
        });
        return hall;
    }

    private static async Task<int> RunAsync(int phones, DatabaseKind kind, int rounds, bool slowDisk, CancellationToken ct)
    {
        Linux.RequireOpenFiles(2 * phones + OtherFiles);
        using var workplace = new Workplace();
        var faults = slowDisk ? await DiskFaults.PrepareAsync(workplace, ct) : null;
        await using var database = await Database.StartAsync(kind, workplace, faults);
        faults?.Order(SlowSync, full: false);

        await using var hall = new HallRun(await OpenAsync(database, workplace, phones, ct), phones, Console.Error);
        await hall.PrepareAsync(ct);
        var example = hall.Figures.Example ?? throw new LoadTestFault($"No phone ever saw a poll: {string.Join("; ", hall.Figures.Errors.Lines)}");
        await using var floor = new HallRun(await FloorVenue.StartAsync(database, workplace, example, ct), phones, Console.Error);
        await floor.PrepareAsync(ct);

        await HoldPollsAsync(rounds, [hall, floor], ct);
        return Print(HallReport.Of($"{phones} phones, {kind}{(slowDisk ? ", slow disk" : "")}", phones, slowDisk, hall.Figures, floor.Figures), hall.Figures);
    }

    private static async Task<int> VisitAsync(Uri address, FileInfo demo, int phones, int rounds, CancellationToken ct)
    {
        Linux.RequireOpenFiles(phones + OtherFiles);
        await using var hall = new HallRun(await ParticipatieVenue.VisitAsync(address, demo, ct), phones, Console.Error);
        await hall.PrepareAsync(ct);
        await HoldPollsAsync(rounds, [hall], ct);
        return Print(HallReport.Of($"{phones} phones, {address}", phones, slowDisk: false, hall.Figures, floor: null), hall.Figures);
    }

    private static async Task<Venue> OpenAsync(Database database, Workplace workplace, int phones, CancellationToken ct) =>
        await ParticipatieVenue.StartAsync(database, await database.CreateAsync("participatie"), workplace, phones + HallRun.Rehearsing, ct);

    /// <summary>The server and its floor take turns, so that a busy moment of this machine meets both.</summary>
    private static async Task HoldPollsAsync(int rounds, HallRun[] halls, CancellationToken ct)
    {
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var hall in halls)
                await hall.HoldPollAsync($"round {round} of {rounds}", ct);
        }
    }

    private static int Print(Report report, HallFigures figures)
    {
        report.Print(Console.Out);
        return figures.Errors.Count == 0 && figures.Confirmed == figures.Counted ? 0 : 1;
    }
}
