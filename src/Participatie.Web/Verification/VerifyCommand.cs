using System.CommandLine;
using System.Globalization;
using Participatie.Web.Data;

namespace Participatie.Web.Verification;

public static class VerifyCommand
{
    public static Command Create()
    {
        var anchor = new Option<string?>("--anchor") { Description = "A fingerprint that was published on /zegels once, and that somebody kept elsewhere." };
        var verify = new Command("verify", "Checks that nothing was changed afterwards: the logs, published minutes, answers, and every result, which is counted again.") { anchor };
        verify.TreatUnmatchedTokensAsErrors = false;
        verify.SetAction((parsed, ct) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(anchor), ct));
        return verify;
    }

    /// <summary>Changes nothing, so it does not bring the database up to date either.</summary>
    private static async Task<int> RunAsync(string[] settings, string? anchor, CancellationToken ct)
    {
        await using var app = Program.Build(settings);
        if (!await app.Services.GetRequiredService<Migrator>().IsCurrentAsync(ct))
            throw new OperatorFault("The database is not up to date: run 'participatie migrate' first.");

        var found = await app.Services.GetRequiredService<Verify>().RunAsync(ct, anchor);
        foreach (var fault in found.Faults)
            await Console.Error.WriteLineAsync(fault);
        if (found.Faults.Count > 0)
            return 1;

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Meetings} meetings, {found.Events} events, {found.Minutes} minutes, {found.Results} results, {found.Anchors} anchors: all in order."));
        return 0;
    }
}
