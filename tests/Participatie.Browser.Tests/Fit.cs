using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

/// <summary>Whether a page fits: nobody scrolls sideways, no text is cut off, and a finger hits what it aims at.</summary>
internal static class Fit
{
    /// <summary>A window of 1280 by 1024 whose owner enlarges four times (WCAG 1.4.10): narrower than any phone.</summary>
    private static readonly (int Width, int Height) Enlarged = (320, 256);

    /// <summary>In pixels; WCAG 2.5.5.</summary>
    private const int SmallestTarget = 44;

    private const string OverflowScript =
        """
        () => {
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) faults.push(`${root.scrollWidth - root.clientWidth} pixels too wide`);
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (words.nextNode()) {
            const holder = words.currentNode.parentElement;
            if (!words.currentNode.data.trim() || !holder.checkVisibility({ visibilityProperty: true }) || holder.closest(".visually-hidden, option, template")) continue;
            const range = document.createRange();
            range.selectNodeContents(words.currentNode);
            const text = range.getBoundingClientRect();
            let left = 0, right = root.clientWidth, top = -Infinity, bottom = Infinity;
            for (let box = holder; box !== document.body; box = box.parentElement) {
              const { overflowX, overflowY } = getComputedStyle(box);
              const edge = box.getBoundingClientRect();
              if (/auto|scroll/.test(overflowX)) { left = -Infinity; right = Infinity; break; }
              if (/hidden|clip/.test(overflowX)) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
              if (/hidden|clip/.test(overflowY)) [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
            }
            if (text.left < left - 1 || text.right > right + 1 || text.top < top - 2 || text.bottom > bottom + 2) faults.push(`cut off: ${words.currentNode.data.trim()}`);
          }
          return faults;
        }
        """;

    /// <summary>A link in a sentence is as high as its line; on a page for the hall one that stands alone is a target too.</summary>
    private const string TargetsScript =
        """
        smallest => [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")]
          .filter(target => target.checkVisibility({ visibilityProperty: true }))
          .filter(target => getComputedStyle(target).display !== "inline"
            || document.body.matches(".phone") && [...target.parentElement.childNodes].every(node => node === target || !node.textContent.trim()))
          .map(target => ({ target, box: (/radio|checkbox/.test(target.type) && target.labels[0] || target).getBoundingClientRect() }))
          .filter(({ box }) => box.width < smallest || box.height < smallest)
          .map(({ target, box }) => `${Math.round(box.width)} by ${Math.round(box.height)} is small for a finger: ${target.outerHTML.slice(0, 200)}`)
        """;

    /// <summary>Everything that does not fit on this device, or where it is enlarged.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, Device device)
    {
        var faults = await page.EvaluateAsync<string[]>(OverflowScript);
        var small = device.Touch ? await page.EvaluateAsync<string[]>(TargetsScript, SmallestTarget) : [];
        return [.. faults, .. small, .. (await EnlargedFaultsAsync(page)).Select(fault => $"enlarged, {fault}")];
    }

    private static async Task<string[]> EnlargedFaultsAsync(IPage page)
    {
        var usual = page.ViewportSize!;
        await page.SetViewportSizeAsync(Enlarged.Width, Enlarged.Height);
        var faults = await page.EvaluateAsync<string[]>(OverflowScript);
        await page.SetViewportSizeAsync(usual.Width, usual.Height);
        return faults;
    }
}
