using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
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

    /// <summary>Somebody of the neighbourhood's staff who has signed in, on a device of their own.</summary>
    private protected async Task<Staff> SignInAsync(Device device, string role)
    {
        var staff = new Staff(await OpenAsync(device, "/"));
        var account = AccountOf(role);
        await staff.SignInAsync(account.Email, account.Password);
        return staff;
    }

    protected DemoAccount AccountOf(string role) => Neighbourhood.Staff.Single(member => string.Equals(member.Role, role, StringComparison.Ordinal));

    /// <summary>Asserts that axe finds nothing against WCAG 2.2 AA in light and dark, and that everything fits, enlarged four times too.</summary>
    protected async Task AssertAccessibleAsync(IPage page)
    {
        await using var still = await Still.OfAsync(page, DeviceOf(page));
        Findings.AssertNone(await FaultsAsync(still, page));
    }

    /// <summary>Looks at a page as a whole: a picture is kept in <c>artifacts/screenshots</c>, for people to look at, and it is accessible.</summary>
    protected async Task CheckAsync(IPage page, string name) => Findings.AssertNone(await LookAsync(page, name));

    /// <summary>Keeps a picture of a page; what is not accessible in it.</summary>
    protected async Task<IEnumerable<string>> LookAsync(IPage page, string name)
    {
        await using var still = await Still.OfAsync(page, DeviceOf(page));
        await KeepPictureAsync(still.Page, $"{name}-{DeviceOf(page).Name}");
        return await FaultsAsync(still, page);
    }

    protected static Task KeepPictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.File($"artifacts/screenshots/{name}.png"), FullPage = true });

    private async Task<IEnumerable<string>> FaultsAsync(Still still, IPage page) =>
        (await Accessibility.FaultsAsync(still.Page, DeviceOf(page))).Select(fault => $"{page.Url} on a {DeviceOf(page).Name}: {fault}");

    private Device DeviceOf(IPage page) => contexts[page.Context];
}
