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

    /// <summary>What differs in the dark is colours only; axe is on the page already.</summary>
    private const string ContrastScript =
        """
        async () => (await axe.run({ runOnly: ["color-contrast"], resultTypes: ["violations"] })).violations
            .flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `in the dark: ${failureSummary}: ${html}`))
        """;

    /// <summary>What axe finds in light and in dark, and what does not fit, on this device and enlarged four times.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, Device device) =>
        [.. await ViolationsAsync(page), .. await ContrastInTheDarkAsync(page), .. await Fit.FaultsAsync(page, device)];

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page) =>
        (await page.RunAxe(Wcag)).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"));

    private static async Task<IEnumerable<string>> ContrastInTheDarkAsync(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var faults = await page.EvaluateAsync<string[]>(ContrastScript);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Null });
        return faults;
    }
}
