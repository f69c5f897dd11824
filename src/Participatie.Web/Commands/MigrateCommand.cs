using System.CommandLine;
using Participatie.Web.Data;

namespace Participatie.Web.Commands;

public static class MigrateCommand
{
    public static Command Create()
    {
        var migrate = new Command("migrate", "Brings the database up to date; makes a copy of an SQLite file first.") { TreatUnmatchedTokensAsErrors = false };
        migrate.SetAction(async (parsed, ct) =>
        {
            await using var app = Program.Build([.. parsed.UnmatchedTokens]);
            var applied = await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
            return 0;
        });
        return migrate;
    }
}
