using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Backups;
using Participatie.Web.Backups.Daily;
using Participatie.Web.Data;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Backups.Daily;

public abstract class DailyBackupTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Boss = "ada@example.org";

    private readonly TestClock clock = new();
    private readonly TemporaryFolder keys = new();
    private Office? office;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => office!;

    private string Folder => Path.Combine(Office.Server.Files, "backups");

    private string KeyFile => keys.File("key");

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(new byte[SealedFile.KeyLength]), Ct);
        office = await Office.OpenAsync(kind, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Backups:KeyFile"] = KeyFile });
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (office is not null)
            await office.DisposeAsync();
        keys.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Each_night_there_is_one_more_that_can_be_put_back()
    {
        await RunAsync();
        await RunAsync();
        var first = Assert.Single(Directory.GetFiles(Folder));

        clock.Pass(TimeSpan.FromDays(1));
        await RunAsync();

        Assert.Equal(2, Directory.GetFiles(Folder).Length);
        await using var after = await TestServer.StartAsync(kind);
        await after.Services.GetRequiredService<BackupStore>().RestoreAsync(first, new byte[SealedFile.KeyLength], Ct);
        Assert.Equal(1, await after.Db.FindAsync<long>("select count(*) from tables", null, Ct));
    }

    [Fact]
    public async Task Old_ones_go_and_nothing_else_does()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "participatie-2020-01-01.backup"), "van een collega", Ct);
        for (var night = 0; night < 9; night++)
        {
            await RunAsync();
            clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.InRange(Directory.GetFiles(Folder).Length, 8, 11); // seven days and, by the calendar, the end of a week and of a month
        Assert.True(File.Exists(Path.Combine(Folder, "participatie-2020-01-01.backup")));
        Assert.Equal(Directory.GetFiles(Folder).Length - 1, (await LogAsync()).Count);
    }

    [Fact]
    public async Task Of_nodes_that_are_at_it_at_once_one_makes_it()
    {
        var name = BackupName.OfNight(clock.GetUtcNow());

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Get<KeepBackup>().RunAsync(name, Ct), Ct)));

        Assert.Equal(1, made.Count(one => one));
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task What_fails_is_said_and_is_tried_again()
    {
        await File.WriteAllTextAsync(KeyFile, "geen sleutel", Ct);
        await RunAsync();
        Assert.Contains("holds no key", Assert.Single(await LogAsync()).Fault, StringComparison.Ordinal);
        using var ada = await SignInAsync();
        await ada.GetAsync(BackupsModel.Path);
        Assert.Contains("holds no key", ada.Page.Body!.TextContent, StringComparison.Ordinal);

        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(new byte[SealedFile.KeyLength]), Ct);
        await RunAsync();

        Assert.Null(Assert.Single(await LogAsync()).Fault);
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task One_that_a_stopped_server_left_half_done_is_made_again()
    {
        var name = BackupName.OfNight(clock.GetUtcNow());
        await Get<BackupLog>().TryBeginAsync(name, Ct);
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, name), "whole, but nobody wrote that down", Ct);

        await RunAsync();
        Assert.Null(Assert.Single(await LogAsync()).FinishedAt);
        clock.Pass(TimeSpan.FromHours(3));
        Assert.True(await Get<KeepBackup>().RunAsync(name, Ct));

        Assert.NotNull(Assert.Single(await LogAsync()).FinishedAt);
        await using var file = File.OpenRead(Path.Combine(Folder, name));
        Assert.True(SealedFile.IsSealed(file));
    }

    [Fact]
    public async Task An_administrator_sees_them_and_makes_one_and_hears_it_when_they_fail_for_days()
    {
        using var ada = await SignInAsync();
        await ada.GetAsync(BackupsModel.Path);
        Assert.NotNull(ada.Page.QuerySelector("main .empty"));

        await ada.SubmitAsync(_ => { });

        Assert.Equal(BackupsModel.Path, ada.Path);
        Assert.Equal("Gelukt", ada.Page.QuerySelector("main li .badge")!.TextContent);
        Assert.Single(Directory.GetFiles(Folder));
        await ada.GetAsync("/beheer");
        Assert.DoesNotContain(Late, ada.Page.Body!.TextContent, StringComparison.Ordinal);
        clock.Pass(TimeSpan.FromDays(3));
        using var later = await SignInAsync();
        await later.GetAsync("/beheer");
        Assert.Contains(Late, later.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private const string Late = "De reservekopie is al twee dagen niet gelukt.";

    private async Task<Visitor> SignInAsync()
    {
        await Office.AddAsync(Boss);
        var ada = Office.NewVisitor();
        await ada.SignInAsync(Boss, Office.Password);
        return ada;
    }

    private Task RunAsync() => Get<DailyBackup>().RunAsync(Ct);

    private Task<IReadOnlyList<BackupRow>> LogAsync() => Get<BackupLog>().AllAsync(Ct);

    private T Get<T>()
        where T : notnull => Office.Server.Services.GetRequiredService<T>();

    public sealed class OnSqlite() : DailyBackupTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : DailyBackupTests(DatabaseKind.Postgres);
}
