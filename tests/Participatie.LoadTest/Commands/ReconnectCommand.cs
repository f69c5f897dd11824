using System.CommandLine;
using System.Security.Cryptography;
using Participatie.Core.Polls;
using Participatie.LoadTest.Databases;
using Participatie.LoadTest.Machine;
using Participatie.LoadTest.Measures;
using Participatie.LoadTest.Venues;

namespace Participatie.LoadTest.Commands;

internal static class ReconnectCommand
{
    private const int OtherFiles = 1000;
    private const int Options = 3;
    private const int LongestStatement = 100;
    private const int Listed = 5;

    public static Command Create()
    {
        var phones = new Option<int>("--phones") { DefaultValueFactory = _ => 5000, Description = "How many phones lose their connection and come back." };
        var database = CommonOptions.Database();
        var reconnect = new Command("reconnect", "Everybody loses the connection during a vote and comes back at once; on PostgreSQL the statements that this caused are counted.")
        {
            phones, database,
        };
        reconnect.SetAction((parsed, ct) => RunAsync(parsed.GetValue(phones), parsed.GetValue(database), ct));
        return reconnect;
    }

    private static async Task<int> RunAsync(int phones, DatabaseKind kind, CancellationToken ct)
    {
        Linux.RequireOpenFiles(phones + OtherFiles);
        await using var premises = await Premises.OpenAsync(kind, phones, breakable: false, ct);
        var (venue, errors) = (premises.Venue, new Errors());
        var podium = new Podium(venue, errors);
        var entrance = await venue.EnterAsync(phones, podium.Audience, ct);
        await using var hall = new Hall(entrance.Phones, errors);
        await hall.ConnectAsync("connecting", hall.Phones, ct);
        await VoteAsync(podium, venue, hall, ct);

        await Parallel.ForEachAsync(hall.Phones, ct, static (phone, _) => new ValueTask(phone.BreakAsync()));
        var statements = await premises.Database.StatementsAsync(premises.ConnectionString);
        var worked = Linux.ProcessorTimeOf(venue.Process!.Value);
        var took = await hall.ConnectAsync("coming back", hall.Phones, ct);
        worked = Linux.ProcessorTimeOf(venue.Process.Value) - worked;

        var report = new Report($"{phones} phones come back, {kind}");
        report.Add("until the last phone was back", took);
        report.Add("processor time of the server for a phone", worked / phones);
        AddStatements(report, phones, statements, await premises.Database.StatementsAsync(premises.ConnectionString));
        report.AddErrors(errors);
        report.Print(Console.Out);
        return report.AllReached ? 0 : 1;
    }

    private static async Task VoteAsync(Podium podium, ParticipatieVenue venue, Hall hall, CancellationToken ct)
    {
        var poll = await venue.AddPollAsync("Komt iedereen terug?", ct);
        await podium.BringAsync(poll, PollState.Open, hall.Phones.Count, ct);
        foreach (var phone in hall.Phones)
            phone.Choose(poll, RandomNumberGenerator.GetInt32(Options));
        await hall.CastAsync("voting", hall.Phones, ct);
    }

    private static void AddStatements(Report report, int phones, IReadOnlyDictionary<string, long>? before, IReadOnlyDictionary<string, long>? after)
    {
        if (before is null || after is null)
        {
            report.Note("SQLite keeps no account of statements: count them with --database postgres, where the server does the same.");
            return;
        }

        var caused = after.ToDictionary(entry => entry.Key, entry => entry.Value - before.GetValueOrDefault(entry.Key), StringComparer.Ordinal);
        report.Add("database statements for a phone", caused.Values.Sum() / (double)phones, target: Target.AtMost(0.1, ""));
        foreach (var (text, times) in caused.OrderByDescending(entry => entry.Value).Take(Listed).Where(entry => entry.Value > 0))
            report.Note($"{times} x {Brief(text)}");
    }

    private static string Brief(string statement)
    {
        var line = string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestStatement ? line : $"{line[..LongestStatement]}…";
    }
}
