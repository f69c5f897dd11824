using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

/// <summary>WCAG 2.2 AA, as far as a machine can see.</summary>
internal static partial class Accessibility
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    public static async Task AssertAsync(IPage page, Device device)
    {
        if (device.Scripts)
            await AssertSeenAsync(page, page.Url, device);
        else
            await AssertCopyAsync(page, device);
    }

    private static async Task AssertSeenAsync(IPage page, string address, Device device)
    {
        Assert.Empty(await ViolationsAsync(page));

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, string.Create(CultureInfo.InvariantCulture, $"{address} is {overflow} pixels too wide for a {device.Name}."));
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page) =>
        [.. (await page.RunAxe(Wcag)).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"))];

    /// <summary>A browser without scripts cannot run axe either, and its page may refresh itself; so a copy of what it shows is judged.</summary>
    private static async Task AssertCopyAsync(IPage page, Device device)
    {
        var size = page.ViewportSize!;
        await using var context = await page.Context.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
        });
        var html = NotShown().Replace(await page.ContentAsync(), "");
        var copy = await context.NewPageAsync();
        await copy.RouteAsync(
            address => string.Equals(address, page.Url, StringComparison.Ordinal),
            route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = html }));
        await copy.GotoAsync(page.Url);
        await AssertSeenAsync(copy, page.Url, device);
    }

    /// <summary>Scripts; the marks around what is for browsers without them; and a meeting's refresh, which WCAG 2.2.1 allows a real-time event.</summary>
    [GeneratedRegex("<script\\b.*?</script>|</?noscript>|<meta http-equiv=\"refresh\"[^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotShown();
}
