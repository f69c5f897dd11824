using System.CommandLine;
using Participatie.Web.Data;
using Participatie.Web.Polls;
using Participatie.Web.Shared;

namespace Participatie.Web.Demonstration;

public static class DemoCommand
{
    public const int UsualPasses = 40;

    public static Command Create()
    {
        var passes = new Option<int>("--passes") { DefaultValueFactory = _ => UsualPasses, Description = "How many voting passes to make for the live meeting." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object and nothing else." };
        var demo = new Command("demo", "Fills an empty database with a demonstration: tables, staff, a live meeting and a published one.")
        {
            passes, json,
        };
        demo.TreatUnmatchedTokensAsErrors = false;
        demo.SetAction((parsed, ct) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(passes), parsed.GetValue(json), ct));
        return demo;
    }

    private static async Task<int> RunAsync(string[] settings, int passes, bool json, CancellationToken ct)
    {
        if (passes < 0)
            throw new OperatorFault("The number of passes cannot be negative.");

        await using var app = Program.Build(settings);
        await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
        var demonstration = app.Services.GetRequiredService<FillDemonstration>();
        if (!await demonstration.IsEmptyAsync(ct))
            throw new OperatorFault("The database is not empty, and a demonstration never mixes with real data: name another one with --ConnectionStrings:Main.");

        var summary = await WhileAsync(
            [app.Services.GetRequiredService<BallotBox>(), app.Services.GetRequiredService<UsePass>()], () => demonstration.RunAsync(passes, ct), ct);
        if (json)
            Console.WriteLine(Json.Write(summary));
        else
            Welcome.Print(summary, app.Services.GetRequiredService<PublicAddress>().Of(""));
        return 0;
    }

    /// <summary>Does the work while the services run that store what people do.</summary>
    private static async Task<DemoSummary> WhileAsync(IHostedService[] running, Func<Task<DemoSummary>> work, CancellationToken ct)
    {
        foreach (var service in running)
            await service.StartAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            foreach (var service in running)
                await service.StopAsync(ct);
        }
    }
}
