using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Demonstration;

namespace Participatie.Browser.Tests;

/// <summary>One server and one Chromium for all browser tests; both start with the first test that asks.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    /// <summary>The browser without a window comes first: the other one draws buttons that nobody sees, and takes twice as long.</summary>
    private static readonly string[] Candidates = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<IBrowser>> browser;
    private readonly Lazy<Task<TestServer>> server;
    private readonly Lazy<Task<DemoSummary>> demonstration;
    private IPlaywright? playwright;

    public BrowserFixture()
    {
        browser = new Lazy<Task<IBrowser>>(LaunchAsync);
        server = new Lazy<Task<TestServer>>(() => TestServer.StartAsync(DatabaseKind.Sqlite));
        demonstration = new Lazy<Task<DemoSummary>>(FillAsync);
    }

    /// <summary>The browser on this machine; null when there is none.</summary>
    public static string? Chromium => Candidates.FirstOrDefault(File.Exists);

    /// <summary>The fixture of this test assembly. Skips the test when there is no Chromium here.</summary>
    public static async Task<BrowserFixture> SharedAsync()
    {
        Assert.SkipWhen(Chromium is null, $"No browser: none of {string.Join(", ", Candidates)} is installed.");
        return (await TestContext.Current.GetFixture<BrowserFixture>())!;
    }

    public Task<IBrowser> BrowserAsync() => browser.Value;

    public Task<TestServer> ServerAsync() => server.Value;

    /// <summary>The neighbourhood in which the stories play: its tables, its staff, its meetings.</summary>
    public Task<DemoSummary> DemonstrationAsync() => demonstration.Value;

    public async ValueTask DisposeAsync()
    {
        if (browser.IsValueCreated)
            await (await browser.Value).DisposeAsync();
        playwright?.Dispose();
        if (server.IsValueCreated)
            await (await server.Value).DisposeAsync();
    }

    private async Task<DemoSummary> FillAsync() =>
        await (await server.Value).Services.GetRequiredService<FillDemonstration>().RunAsync(passCount: 40, TestContext.Current.CancellationToken);

    private async Task<IBrowser> LaunchAsync()
    {
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments });
    }
}
