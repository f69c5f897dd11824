using System.CommandLine;
using Participatie.Web.Data;
using Participatie.Web.Tables;

namespace Participatie.Web.Commands;

public static class ServeCommand
{
    public static Command Create(string name)
    {
        var serve = new Command(name, "Brings the database up to date and serves the website (the default).");
        Serve(serve);
        return serve;
    }

    /// <summary>Lets a command serve; what it does not know itself is configuration, such as --urls.</summary>
    public static void Serve(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, ct) => RunAsync([.. parsed.UnmatchedTokens], ct));
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        await using var app = Program.Build(settings);
        await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
        await app.Services.GetRequiredService<SeedAreas>().RunAsync(ct);
        await app.StartAsync(ct);
        Console.WriteLine($"Participatie listens on {string.Join(", ", app.Urls)}");
        await app.WaitForShutdownAsync(ct);
        return 0;
    }
}
