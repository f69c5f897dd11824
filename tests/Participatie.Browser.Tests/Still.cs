using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

/// <summary>
/// A page that holds still while it is looked at. A browser without scripts cannot run axe, and the page of a
/// running meeting refreshes itself there, in the middle of a picture if need be: then it is a copy of what is shown.
/// </summary>
internal sealed partial class Still : IAsyncDisposable
{
    private readonly IBrowserContext? copied;

    private Still(IPage page, IBrowserContext? copied = null) => (Page, this.copied) = (page, copied);

    /// <summary>The page to look at.</summary>
    public IPage Page { get; }

    public static async Task<Still> OfAsync(IPage page, Device device) => device.Scripts ? new Still(page) : await CopyAsync(page);

    public ValueTask DisposeAsync() => copied?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Still> CopyAsync(IPage page)
    {
        var size = page.ViewportSize!;
        var context = await page.Context.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
        });
        var (address, html) = (page.Url, NotShown().Replace(await page.ContentAsync(), ""));
        var copy = await context.NewPageAsync();
        await copy.RouteAsync(
            asked => string.Equals(asked, address, StringComparison.Ordinal),
            route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = html }));
        await copy.GotoAsync(address);
        return new Still(copy, context);
    }

    /// <summary>Scripts; the marks around what is for browsers without them; and a meeting's refresh, which WCAG 2.2.1 allows a real-time event.</summary>
    [GeneratedRegex("<script\\b.*?</script>|</?noscript>|<meta http-equiv=\"refresh\"[^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotShown();
}
