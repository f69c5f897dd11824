using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

/// <summary>WCAG 2.2 AA, as far as a machine can see.</summary>
internal static class Accessibility
{
    private static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>What differs in the dark is colours only.</summary>
    private static readonly string[] Colours = ["color-contrast"];

    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>Axe looks in the page itself, which has no frames: its package for Playwright opens another page for every look.</summary>
    private const string LookScript =
        """
        async rules => (await axe.run({ runOnly: rules, resultTypes: ["violations"] })).violations
            .flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${failureSummary}: ${html}`))
        """;

    /// <summary>What axe finds in light and in dark, and what does not fit, on this device and enlarged four times.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, Device device)
    {
        await page.EvaluateAsync($"() => {{ {Axe.Value} }}");
        return [.. await page.EvaluateAsync<string[]>(LookScript, Wcag), .. await FaultsInTheDarkAsync(page), .. await Fit.FaultsAsync(page, device)];
    }

    private static async Task<IEnumerable<string>> FaultsInTheDarkAsync(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var faults = await page.EvaluateAsync<string[]>(LookScript, Colours);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Null });
        return faults.Select(fault => $"in the dark: {fault}");
    }
}
