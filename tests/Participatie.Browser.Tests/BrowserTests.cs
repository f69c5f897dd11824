using Microsoft.Playwright;
using Participatie.Testing;
using Participatie.Web.Demonstration;

namespace Participatie.Browser.Tests;

/// <summary>A story in the browser. It fails on any complaint of any browser in it.</summary>
public abstract class BrowserTests : IAsyncLifetime
{
    private readonly Dictionary<IBrowserContext, Device> contexts = [];
    private BrowserFixture? fixture;
    private TestServer? server;

    protected Complaints Complaints { get; } = new();

    protected TestServer Server => server!;

    /// <summary>The neighbourhood in which this story plays.</summary>
    protected DemoSummary Neighbourhood { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        fixture = await BrowserFixture.SharedAsync();
        server = await fixture.ServerAsync();
        Neighbourhood = await fixture.DemonstrationAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var context in contexts.Keys)
            await context.DisposeAsync();
        GC.SuppressFinalize(this);
        Complaints.AssertNone();
    }

    /// <summary>Opens a page for a person of their own: nobody's cookies are shared.</summary>
    protected async Task<IPage> OpenAsync(Device device, string path)
    {
        var browser = await fixture!.BrowserAsync();
        var context = await browser.NewContextAsync(device.Options(Server.Address));
        contexts.Add(context, device);
        Complaints.ListenTo(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Asserts that axe finds nothing against WCAG 2.2 AA, and that nobody has to scroll sideways.</summary>
    protected Task AssertAccessibleAsync(IPage page) => Accessibility.AssertAsync(page, contexts[page.Context]);

    /// <summary>Looks at a page as a whole: it is accessible, and a picture is kept.</summary>
    protected async Task CheckAsync(IPage page, string name)
    {
        await AssertAccessibleAsync(page);
        await KeepScreenshotAsync(page, name);
    }

    /// <summary>Keeps what is on the screen in <c>artifacts/screenshots</c>, for people to look at.</summary>
    protected Task KeepScreenshotAsync(IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Repository.File($"artifacts/screenshots/{name}-{contexts[page.Context].Name}.png"),
        FullPage = true,
    });
}
