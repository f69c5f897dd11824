using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

/// <summary>WCAG 2.2 AA, as far as a machine can see.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Asserts that axe finds nothing, and that nobody has to scroll sideways.</summary>
    public static async Task AssertAsync(Still still, Device device)
    {
        Assert.Empty(await ViolationsAsync(still.Page));

        var overflow = await still.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, string.Create(CultureInfo.InvariantCulture, $"{still.Page.Url} is {overflow} pixels too wide for a {device.Name}."));
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page) =>
        [.. (await page.RunAxe(Wcag)).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"))];
}
