using System.CommandLine;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Measures;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Commands;

internal static class FaultsCommand
{
    public static Command Create()
    {
        var phones = new Option<int>("--phones") { DefaultValueFactory = _ => 200, Description = "How many phones vote." };
        var database = CommonOptions.Database();
        var faults = new Command("faults", "Everybody votes while the disk is full, and while the database does not answer: nothing may be confirmed that is not stored, and the service resumes by itself.")
        {
            phones, database,
        };
        faults.SetAction((parsed, ct) => RunAsync(parsed.GetValue(phones), parsed.GetValue(database), ct));
        return faults;
    }

    private static async Task<int> RunAsync(int phones, DatabaseKind kind, CancellationToken ct)
    {
        await using var premises = await Premises.OpenAsync(kind, phones + 1, breakable: true, ct);
        await using var drill = new FaultDrill(premises.Venue);
        await drill.PrepareAsync(phones, ct);

        var report = new Report($"{phones} phones, {kind}");
        Add(report, "full disk", await drill.RunAsync("De schijf is vol", () => Task.FromResult(premises.Faults!.Fill()), ct));
        Add(report, "silent database", await drill.RunAsync("De database zwijgt", () => premises.Database.SilenceAsync(premises.ConnectionString), ct));
        report.AddErrors(drill.Errors);
        report.Print(Console.Out);
        return report.AllReached ? 0 : 1;
    }

    private static void Add(Report report, string fault, Outage outage)
    {
        report.Add($"{fault}: until every phone was told", outage.Answered);
        foreach (var line in outage.Heard.Lines)
            report.Note(line);
        report.Note($"the form said: {outage.FormSaid}");
        report.Add($"{fault}: repaired, until all votes were confirmed", outage.Recovered);
        report.Add($"{fault}: votes confirmed", outage.Tally?.Confirmed ?? 0);
        report.Add($"{fault}: votes counted", outage.Tally?.Counted ?? 0);
    }
}
