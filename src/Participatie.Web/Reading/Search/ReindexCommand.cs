using System.CommandLine;
using Participatie.Web.Data;

namespace Participatie.Web.Reading.Search;

public static class ReindexCommand
{
    public static Command Create()
    {
        var reindex = new Command("reindex", "Makes anew what people search in, from what is public; the website may run meanwhile.") { TreatUnmatchedTokensAsErrors = false };
        reindex.SetAction(async (parsed, ct) =>
        {
            await using var app = Program.Build([.. parsed.UnmatchedTokens]);
            await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
            Console.WriteLine($"Made anew what can be found of {await app.Services.GetRequiredService<RebuildIndex>().RunAsync(ct)} meetings.");
            return 0;
        });
        return reindex;
    }
}
