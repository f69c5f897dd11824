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
        var errors = new Errors();
        await using var quiet = await Premises.OpenAsync(kind, phones, breakable: false, ct);
        await using var few = new GrowthRun(quiet, phones, errors);
        await few.PrepareAsync(Few, ct);
        await using var busy = await Premises.OpenAsync(kind, phones, breakable: false, ct);
        await using var more = new GrowthRun(busy, phones, errors);
        await more.PrepareAsync(many, ct);

        // They take turns, so that a busy moment of this machine meets both.
        for (var round = 0; round < rounds; round++)
        {
            await few.VoteAsync(ct);
            await more.VoteAsync(ct);
        }

        var report = new Report(string.Create(CultureInfo.InvariantCulture, $"{many:N0} ballots beside {Few:N0} (the floor), {kind}"));
        report.Add("vote confirmed, all at once, p50", more.Cost.P50, few.Cost.P50);
        report.Add("vote confirmed, all at once, p95", more.Cost.P95, few.Cost.P95, Target.TimesFloor(Noise));
        report.Add("processor time of server and database for a vote", more.Cost.Processor, few.Cost.Processor, Target.TimesFloor(Noise));
        report.AddErrors(errors);
        report.Print(Console.Out);
        return report.AllReached ? 0 : 1;
    }
}
