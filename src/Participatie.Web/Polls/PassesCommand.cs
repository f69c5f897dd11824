using System.CommandLine;
using System.Globalization;
using Participatie.Web.Data;
using Participatie.Web.Meetings;

namespace Participatie.Web.Polls;

public static class PassesCommand
{
    public static Command Create()
    {
        var meeting = new Option<string>("--meeting") { Required = true, Description = "The code of the meeting." };
        var count = new Option<int>("--count") { Required = true, Description = "How many passes to make." };
        var passes = new Command("passes", "Makes new voting passes and prints them, one to a line; they are shown only this once.") { meeting, count };
        passes.TreatUnmatchedTokensAsErrors = false;
        passes.SetAction((parsed, ct) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetRequiredValue(meeting), parsed.GetRequiredValue(count), ct));
        return passes;
    }

    private static async Task<int> RunAsync(string[] settings, string code, int count, CancellationToken ct)
    {
        if (count < 1)
            throw new OperatorFault("Ask for one pass at least.");

        await using var app = Program.Build(settings);
        await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
        var meeting = await app.Services.GetRequiredService<MeetingStore>().FindByCodeAsync(Codes.Normalize(code), ct)
            ?? throw new OperatorFault(string.Create(CultureInfo.InvariantCulture, $"There is no meeting with the code '{code}'."));
        var passes = await app.Services.GetRequiredService<Passes>().IssueAsync(meeting.Id, count, ct);
        if (passes.Count == 0)
            throw new OperatorFault("The meeting is over: passes for it would be of no use.");

        foreach (var pass in passes)
            Console.WriteLine(pass.Code);
        return 0;
    }
}
