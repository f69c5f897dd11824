using System.CommandLine;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Measures;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Commands;

internal static class CrashCommand
{
    public static Command Create()
    {
        var times = new Option<int>("--times") { DefaultValueFactory = _ => 50, Description = "How many times the server is killed, each time in a poll of its own." };
        var phones = new Option<int>("--phones") { DefaultValueFactory = _ => 200, Description = "How many phones vote, each as fast as it hears an answer." };
        var database = CommonOptions.Database();
        var crash = new Command("crash", "Kills the server at random moments while everybody votes, starts it again and lets the phones try again: every confirmed vote must be counted once.")
        {
            times, phones, database,
        };
        crash.SetAction((parsed, ct) => RunAsync(parsed.GetValue(times), parsed.GetValue(phones), parsed.GetValue(database), ct));
        return crash;
    }

    private static async Task<int> RunAsync(int times, int phones, DatabaseKind kind, CancellationToken ct)
    {
        await using var premises = await Premises.OpenAsync(kind, phones, breakable: false, ct);
        var drill = new CrashDrill(premises.Venue);
        await drill.RunAsync(phones, times, Console.Error, ct);

        var report = new Report($"{times} crashes, {phones} phones, {kind}");
        report.Add("votes confirmed before the crash", drill.Confirmed);
        report.Add("votes under way at the crash", drill.Interrupted);
        report.Add("ballots counted in all polls", drill.Counted, target: Target.AtLeast(times * phones));
        report.Add("server away, median", drill.Outages.Median(outage => outage.Restart));
        report.Add("after that, until all votes were confirmed, median", drill.Outages.Median(outage => outage.Recovery));
        report.AddErrors(drill.Errors);
        report.Print(Console.Out);
        return report.AllReached ? 0 : 1;
    }
}
