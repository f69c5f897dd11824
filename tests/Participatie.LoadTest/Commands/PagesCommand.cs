using System.CommandLine;
using System.Globalization;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Machine;
using Participatie.LoadTest.Measures;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Commands;

internal static class PagesCommand
{
    public static Command Create()
    {
        var readers = new Option<int>("--readers") { DefaultValueFactory = _ => 16, Description = "How many readers ask for a page, each again as soon as it has come." };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 4, Description = "How long they read each page, each time." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "How often each page is read." };
        var database = CommonOptions.Database();
        var pages = new Command("pages", "What a page of the public site costs: the copy that readers share, and rendered anew, beside a static file of about its size.")
        {
            readers, seconds, rounds, database,
        };
        pages.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(readers), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rounds), parsed.GetValue(database), ct));
        return pages;
    }

    private static async Task<int> RunAsync(int readers, TimeSpan time, int rounds, DatabaseKind kind, CancellationToken ct)
    {
        await using var premises = await Premises.OpenAsync(kind, people: 1, breakable: false, ct);
        var errors = new Errors();
        using var site = new PublicSite(premises.Venue.Hub, readers, errors);
        var report = new Report(string.Create(CultureInfo.InvariantCulture, $"{readers} readers, {kind}; the floor is a static file"));

        foreach (var page in await site.PagesAsync(ct))
        {
            var readings = new List<(Reading Floor, Reading Copy, Reading Anew)>();
            for (var round = 0; round < rounds; round++)
            {
                // They take turns, so that a busy moment of this machine meets all three.
                readings.Add((await ReadAsync(page.StaticFile), await ReadAsync(page.Path), await ReadAsync(page.Anew)));
            }

            report.Note(string.Create(CultureInfo.InvariantCulture, $"{page.Name} ({page.Path}): {page.Bytes:N0} bytes; {page.StaticFile}: {page.StaticBytes:N0} bytes"));
            Add(report, "copy", readings, reading => reading.Copy);
            Add(report, "anew", readings, reading => reading.Anew);
        }

        report.AddErrors(errors);
        report.Print(Console.Out);
        return report.AllReached ? 0 : 1;

        async Task<Reading> ReadAsync(string path)
        {
            var worked = ProcessorTime(premises);
            var reading = await site.ReadAsync(path, time, ct);
            return reading with { Processor = (ProcessorTime(premises) - worked) / Math.Max(1, reading.Count) };
        }
    }

    private static void Add(
        Report report, string name, List<(Reading Floor, Reading Copy, Reading Anew)> rounds, Func<(Reading Floor, Reading Copy, Reading Anew), Reading> which)
    {
        report.Add($"{name}: a second", rounds.Median(round => which(round).PerSecond), rounds.Median(round => round.Floor.PerSecond));
        report.Add($"{name}: p95", rounds.Median(round => which(round).Times.P95), rounds.Median(round => round.Floor.Times.P95));
        report.Add($"{name}: processor time of server and database", rounds.Median(round => which(round).Processor), rounds.Median(round => round.Floor.Processor));
    }

    private static TimeSpan ProcessorTime(Premises premises) => premises.Database.Processes.Append(premises.Venue.Process!.Value)
        .Aggregate(TimeSpan.Zero, (sum, process) => sum + Linux.ProcessorTimeOf(process));
}
