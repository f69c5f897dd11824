using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web;
using Participatie.Web.Backups.Daily;
using Participatie.Web.Commands;
using Participatie.Web.Limits;
using Participatie.Web.Mailing;
using Participatie.Web.Minutes;

namespace Participatie.Testing;

/// <summary>The real application on a free port of this machine, with a fresh database of either kind.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly TestDatabase? database;
    private readonly TemporaryFolder files;
    private readonly WebApplication app;

    private TestServer(TestDatabase? database, TemporaryFolder files, WebApplication app)
    {
        this.database = database;
        this.files = files;
        this.app = app;
    }

    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    /// <summary>The folder with what people brought.</summary>
    public string Files => files.Name;

    /// <summary>The folder with the mail that went out.</summary>
    public string Post => PostIn(files);

    public DbDataSource Db => Services.GetRequiredService<DbDataSource>();

    /// <summary>Starts it on a database of its own.</summary>
    /// <param name="kind">Which database.</param>
    /// <param name="adjust">What the test replaces: time, outgoing mail, limits.</param>
    /// <param name="settings">Configuration that decides what is put together, such as <c>--urls</c>.</param>
    public static async Task<TestServer> StartAsync(DatabaseKind kind, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var own = await TestDatabase.CreateAsync(kind);
        try
        {
            return await StartAsync(own, own, adjust, settings);
        }
        catch
        {
            await own.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more node on a database that the test keeps.</summary>
    public static Task<TestServer> StartNodeAsync(TestDatabase shared, Action<WebApplicationBuilder>? adjust = null) =>
        StartAsync(own: null, shared, adjust, []);

    /// <summary>Somebody with a browser of their own: nobody's cookies are shared.</summary>
    public Visitor NewVisitor() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        files.Dispose();
        if (database is not null)
            await database.DisposeAsync();
    }

    private static async Task<TestServer> StartAsync(TestDatabase? own, TestDatabase below, Action<WebApplicationBuilder>? adjust, string[] settings)
    {
        var folder = new TemporaryFolder();
        try
        {
            var node = Program.Build(
                [
                    "--urls=http://127.0.0.1:0",
                    "--hostBuilder:reloadConfigOnChange=false", // hundreds of watchers of files that nobody changes
                    $"--ConnectionStrings:{Web.Data.Databases.ConnectionName}={below.ConnectionString}",
                    $"--Minutes:{nameof(MinutesOptions.AttachmentFolder)}={folder.Name}",
                    $"--{BackupsOptions.Section}:{nameof(BackupsOptions.Folder)}={Path.Combine(folder.Name, "backups")}",
                    $"--{MailOptions.Section}:{nameof(MailOptions.Folder)}={PostIn(folder)}",
                    $"--{MailOptions.Section}:{nameof(MailOptions.CheckEvery)}={TimeSpan.FromDays(1)}", // a test says when
                    $"--{LimitsOptions.Section}:{nameof(LimitsOptions.StaffFormsPerMinute)}=1000000", // a test is quicker than a person
                    $"--{LimitsOptions.Section}:{nameof(LimitsOptions.PhoneFormsPerMinute)}=1000000",
                    .. settings,
                ],
                builder =>
                {
                    builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1); // slow on purpose elsewhere
                    adjust?.Invoke(builder);
                });
            await ServeCommand.StartAsync(node, TestContext.Current.CancellationToken);
            return new TestServer(own, folder, node);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static string PostIn(TemporaryFolder folder) => Path.Combine(folder.Name, "post");
}
