using System.CommandLine;
using System.Globalization;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Measures;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Commands;

internal static class GrowthCommand
{
    private const int Few = 1_000;

    /// <summary>Two measurements of the same thing on one machine may differ by so much.</summary>
    private const double Noise = 1.2;

    public static Command Create()
    {
        var phones = new Option<int>("--phones") { DefaultValueFactory = _ => 600, Description = "How many phones vote." };
        var ballots = new Option<int>("--ballots") { DefaultValueFactory = _ => 1_000_000, Description = "How many ballots are in the poll the second time." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 10, Description = "How often all phones vote each time." };
        var database = CommonOptions.Database();
        var growth = new Command("growth", "What a vote costs with 1,000 ballots in the poll, and with many more.")
        {
            phones, ballots, rounds, database,
        };
        growth.SetAction((parsed, ct) =>
            RunAsync(Math.Min(Few, parsed.GetValue(phones)), parsed.GetValue(ballots), parsed.GetValue(rounds), parsed.GetValue(database), ct));
        return growth;
    }

    private static async Task<int> RunAsync(int phones, int many, int rounds, DatabaseKind kind, CancellationToken ct)
    {
        await using var premises = await Premises.OpenAsync(kind, phones, breakable: false, ct);
        var run = new GrowthRun(premises, phones, rounds);
        var costs = await run.RunAsync([Few, many], ct);

        var report = new Report(string.Create(CultureInfo.InvariantCulture, $"{many:N0} ballots beside {Few:N0} (the floor), {kind}"));
        report.Add("vote confirmed, all at once, p50", costs[1].P50, costs[0].P50);
        report.Add("vote confirmed, all at once, p95", costs[1].P95, costs[0].P95, Target.TimesFloor(Noise));
        report.Add("processor time of server and database for a vote", costs[1].Processor, costs[0].Processor, Target.TimesFloor(Noise));
        report.AddErrors(run.Errors);
        report.Print(Console.Out);
        return report.AllReached ? 0 : 1;
    }
}
