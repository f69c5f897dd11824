using System.CommandLine;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Measures;
using Participatie.LoadTest.Phones;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Commands;

internal static class JoiningCommand
{
    public static Command Create()
    {
        var waves = new Option<int>("--waves") { DefaultValueFactory = _ => 5, Description = "How many times 600 people press the button of their pass at once." };
        var database = CommonOptions.Database();
        var joining = new Command("joining", "People join with their passes, 600 at the same moment, all behind one address.") { waves, database };
        joining.SetAction((parsed, ct) => RunAsync(parsed.GetValue(waves), parsed.GetValue(database), ct));
        return joining;
    }

    private static async Task<int> RunAsync(int waves, DatabaseKind kind, CancellationToken ct)
    {
        await using var premises = await Premises.OpenAsync(kind, HallRun.Rehearsing + (waves * Venue.Doorway), breakable: false, ct);
        await premises.Venue.EnterAsync(HallRun.Rehearsing, new Audience(), ct);
        await Task.Delay(HallRun.Settling, ct);
        var entrance = await premises.Venue.EnterAsync(waves * Venue.Doorway, new Audience(), ct);

        var report = new Report($"{waves} x {Venue.Doorway} people join, {kind}");
        foreach (var (times, number) in entrance.Waves.Select((times, index) => (Samples.Of(times), index + 1)))
            report.Add($"wave {number}, p95", times.P95);
        HallReport.AddJoining(report, entrance.Waves.Select(Samples.Of).ToList());
        report.Print(Console.Out);
        return report.AllReached ? 0 : 1;
    }
}
