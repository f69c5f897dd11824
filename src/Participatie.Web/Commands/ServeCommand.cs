using System.CommandLine;
using System.Net.Sockets;
using Participatie.Web.Accounts.Invitations;
using Participatie.Web.Data;
using Participatie.Web.Demonstration;
using Participatie.Web.Reading.Discovery;
using Participatie.Web.Reading.Search;
using Participatie.Web.Shared;
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
        await StartAsync(app, ct);
        await WelcomeAsync(app, ct);
        Console.WriteLine($"Participatie listens on {string.Join(", ", app.Urls)}. Press Ctrl+C to stop.");
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    /// <summary>All that has to be done before the doors open, and opens them.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken ct)
    {
        await app.Services.GetRequiredService<Theme>().ReadAsync(ct);
        await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
        await app.Services.GetRequiredService<SeedAreas>().RunAsync(ct);
        await app.Services.GetRequiredService<RebuildIndex>().CompleteAsync(ct);
        await app.Services.GetRequiredService<Scrubber>().RunAsync();
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception fault) when (fault is IOException or SocketException or FormatException)
        {
            throw new OperatorFault($"The website cannot be served at '{app.Configuration[WebHostDefaults.ServerUrlsKey]}': {fault.Message}", fault);
        }
    }

    /// <summary>A newcomer gets a neighbourhood to look at; a new installation in production gets its first administrator.</summary>
    private static async Task WelcomeAsync(WebApplication app, CancellationToken ct)
    {
        if (app.Environment.IsDevelopment())
        {
            var demonstration = app.Services.GetRequiredService<FillDemonstration>();
            if (await demonstration.IsEmptyAsync(ct))
                Welcome.Print(await demonstration.RunAsync(DemoCommand.UsualPasses, ct), app.Urls.First());
            return;
        }

        SecurityContact.Remind(app);
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().RunAsync(ct) is { } link)
            Console.WriteLine($"There is no administrator yet. With this link, which works once, you make the first one:\n{link}");
    }
}
