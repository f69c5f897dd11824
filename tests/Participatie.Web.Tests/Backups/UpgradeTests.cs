using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Backups;
using Participatie.Web.Data;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Backups;

/// <summary>
/// What an older version kept is brought up to date. Beside this file are backups of the demonstration of each of those
/// versions, called by the last migration that it had and made by that version itself; keys and passwords are left out.
/// </summary>
public sealed class UpgradeTests
{
    /// <summary>Came into the world together with the next one.</summary>
    private static readonly int[] NeverLast = [7, 8, 10, 13];

    private const int FirstWithDemonstration = 5;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Folder => Repository.File("tests/Participatie.Web.Tests/Backups/Older");

    public static TheoryData<DatabaseKind, string> Versions =>
        [.. from kind in Enum.GetValues<DatabaseKind>() from file in Directory.GetFiles(Folder).Order(StringComparer.Ordinal) select (kind, Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_an_older_version_kept_is_brought_up_to_date_and_all_in_order(DatabaseKind kind, string version)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using (var app = Program.Build([$"--ConnectionStrings:{Databases.ConnectionName}={database.ConnectionString}"]))
        {
            await app.Services.GetRequiredService<BackupStore>().RestoreAsync(Path.Combine(Folder, $"{version}.backup"), key: null, Ct);
            var found = await app.Services.GetRequiredService<Verify>().RunAsync(Ct);
            Assert.Empty(found.Faults);
            Assert.NotEqual(0, found.Results);
            Assert.NotEqual(0, found.Minutes);
        }

        var applied = await database.Source.QueryAsync<string>("select name from schema_migrations order by name", null, Ct);
        Assert.Equal(Migration.For(kind == DatabaseKind.Postgres).Select(migration => migration.Name), applied);
        await using var server = await TestServer.StartNodeAsync(database);
        using var reader = server.NewVisitor();
        foreach (var page in new[] { "/besluiten", "/tafels/wijktafel-overvecht" })
        {
            await reader.GetAsync(page);
            Assert.NotEmpty(reader.Page.QuerySelectorAll("main li a"));
        }
    }

    [Fact]
    public void There_is_one_of_every_version_but_this()
    {
        var migrations = Migration.For(postgres: false).Concat(Migration.For(postgres: true)).Select(migration => int.Parse(migration.Name[..4], CultureInfo.InvariantCulture)).Distinct();

        Assert.Equal(
            migrations.Order().SkipLast(1).Where(number => number >= FirstWithDemonstration).Except(NeverLast),
            Directory.GetFiles(Folder).Select(file => int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture)).Order());
    }
}
