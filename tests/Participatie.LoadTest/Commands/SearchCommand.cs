using System.CommandLine;
using System.Globalization;
using Participatie.LoadTest.Archive;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Machine;
using Participatie.LoadTest.Measures;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Commands;

internal static class SearchCommand
{
    private static readonly Target Searching = Target.AtMost(50, "ms");

    public static Command Create()
    {
        var documents = new Option<int>("--documents") { DefaultValueFactory = _ => 100_000, Description = "How many documents there are." };
        var readers = new Option<int>("--readers") { DefaultValueFactory = _ => 4, Description = "How many people search at the same time." };
        var pause = new Option<int>("--pause") { DefaultValueFactory = _ => 200, Description = "How many milliseconds each looks at a page before the next question." };
        var questions = new Option<int>("--questions") { DefaultValueFactory = _ => 300, Description = "How many questions of each kind are asked." };
        var database = CommonOptions.Database();
        var search = new Command("search", "A few people search in the documents of many years, each question once.")
        {
            documents, readers, pause, questions, database,
        };
        search.SetAction((parsed, ct) =>
            RunAsync(
                parsed.GetValue(documents), parsed.GetValue(readers), TimeSpan.FromMilliseconds(parsed.GetValue(pause)), parsed.GetValue(questions), parsed.GetValue(database), ct));
        return search;
    }

    private static async Task<int> RunAsync(int documents, int readers, TimeSpan pause, int questions, DatabaseKind kind, CancellationToken ct)
    {
        await using var premises = await Premises.OpenAsync(kind, people: 1, breakable: false, ct);
        var filled = await new Filler(premises).RunAsync(documents, ct);
        using var run = new SearchRun(premises.Venue.Site, readers, pause);
        await run.AskAsync(Inquiries.Make(questions / 5, seed: 1), ct);
        run.Forget();
        var worked = ProcessorTime(premises);
        await run.AskAsync(Inquiries.Make(questions, seed: 2), ct);
        worked = ProcessorTime(premises) - worked;

        var report = new Report(string.Create(CultureInfo.InvariantCulture, $"{readers} people search in {documents:N0} documents, {kind}"));
        report.Note(string.Create(CultureInfo.InvariantCulture, $"filled in {filled.TotalSeconds:N0} s"));
        foreach (var (what, times) in run.Times)
            Add(report, what, times);
        Add(report, "all questions", Samples.Of(run.All));
        report.Add("processor time of server and database for a page", worked / run.All.Count());
        report.AddErrors(run.Errors);
        report.Print(Console.Out);
        return report.AllReached ? 0 : 1;
    }

    private static TimeSpan ProcessorTime(Premises premises) =>
        premises.Database.Processes.Append(premises.Venue.Process!.Value).Aggregate(TimeSpan.Zero, (sum, process) => sum + Linux.ProcessorTimeOf(process));

    private static void Add(Report report, string what, Samples times)
    {
        report.Add($"{what}, p50", times.P50);
        report.Add($"{what}, p95", times.P95, target: Searching);
        report.Add($"{what}, p99", times.P99);
    }
}
