using System.CommandLine;
using System.CommandLine.Parsing;
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
        var address = new Option<Uri?>("--address") { CustomParser = ReadAddress, Description = "A server that runs already, such as http://localhost:5080; then neither its memory nor the floor is measured." };
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

    private static Uri? ReadAddress(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens.Single().Value, UriKind.Absolute, out var address) && address.Scheme.StartsWith(Uri.UriSchemeHttp, StringComparison.Ordinal))
            return address;

        given.AddError($"'{given.Tokens[0].Value}' is no address such as http://localhost:5080.");
        return null;
    }

    private static async Task<int> RunAsync(int phones, DatabaseKind kind, int rounds, bool slowDisk, CancellationToken ct)
    {
        Linux.RequireOpenFiles(2 * phones + OtherFiles);
        await using var premises = await Premises.OpenAsync(kind, phones + HallRun.Rehearsing, breakable: slowDisk, ct);
        premises.Faults?.Order(SlowSync, full: false);

        var figures = new HallFigures();
        await using var hall = new HallRun(premises.Venue, phones, figures, Console.Error);
        await hall.PrepareAsync(ct);
        var example = figures.Example ?? throw new LoadTestFault($"No phone ever saw a poll: {string.Join("; ", figures.Errors.Lines)}");
        await using var bare = await premises.OpenFloorAsync(example, ct);
        var below = new HallFigures();
        await using var floor = new HallRun(bare, phones, below, Console.Error);
        await floor.PrepareAsync(ct);

        await HoldPollsAsync(rounds, [hall, floor], ct);
        return Print(HallReport.Of($"{phones} phones, {kind}{(slowDisk ? ", slow disk" : "")}", phones, slowDisk, figures, below), figures);
    }

    private static async Task<int> VisitAsync(Uri address, FileInfo demo, int phones, int rounds, CancellationToken ct)
    {
        Linux.RequireOpenFiles(phones + OtherFiles);
        await using var venue = await ParticipatieVenue.VisitAsync(address, demo, ct);
        var figures = new HallFigures();
        await using var hall = new HallRun(venue, phones, figures, Console.Error);
        await hall.PrepareAsync(ct);
        await HoldPollsAsync(rounds, [hall], ct);
        return Print(HallReport.Of($"{phones} phones, {address}", phones, slowDisk: false, figures, floor: null), figures);
    }

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
