using System.Globalization;
using Microsoft.Playwright;

namespace Participatie.Browser.Tests.Stories;

/// <summary>Somebody without a mouse, and without a finger on the glass. Wherever the focus rests it must be seen, and it goes on as one reads.</summary>
internal sealed class KeyboardUser(IPage page)
{
    private const int Patience = 60;

    /// <summary>The columns of the console are read one after the other; anything else from top to bottom.</summary>
    private const string FocusScript =
        """
        () => {
          const target = document.activeElement;
          if (target === document.body) return null;
          const label = target.closest("label");
          const named = [target.getAttribute("aria-label"), label && target.closest("fieldset")?.querySelector("legend")?.innerText, target.labels?.[0]?.innerText, target.innerText, target.querySelector("img")?.alt];
          const isOutlined = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
          const box = (label ?? target).getClientRects()[0];
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return {
            name: named.find(name => name?.trim())?.trim() ?? "",
            isSeen: [target, label].some(element => element && isOutlined(getComputedStyle(element))) && !!top && (target.contains(top) || !!label?.contains(top)),
            column: [...document.querySelectorAll(".console-grid > section")].indexOf(target.closest(".console-grid > section")),
            left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY,
          };
        }
        """;

    private Stop? previous;

    public IPage Page => page;

    /// <summary>Presses Tab until the focus is on what has this name.</summary>
    public async Task GoToAsync(string name)
    {
        previous = null;
        var passed = new List<string>();
        while (passed.Count < Patience)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await LookAsync();
            if (stop?.Name.StartsWith(name, StringComparison.Ordinal) == true)
                return;

            passed.Add(stop?.Name ?? "(the browser)");
            previous = stop;
        }

        Assert.Fail($"No {name} on {page.Url}, only {string.Join(", ", passed)}.");
    }

    public async Task TypeAsync(string name, string text)
    {
        await GoToAsync(name);
        await page.Keyboard.TypeAsync(text);
    }

    public async Task PressAsync(string name, string key = "Enter")
    {
        await GoToAsync(name);
        await page.Keyboard.PressAsync(key);
    }

    public Task KeyAsync(string keys) => page.Keyboard.PressAsync(keys);

    private async Task<Stop?> LookAsync()
    {
        var stop = await page.EvaluateAsync<Stop?>(FocusScript);
        if (stop is null)
            return null;

        Assert.True(stop.IsSeen, string.Create(CultureInfo.InvariantCulture, $"On {page.Url} nobody sees that the focus is on {stop.Name}."));
        Assert.False(previous is not null && stop.GoesBackFrom(previous), $"On {page.Url} the focus goes back from {previous?.Name} to {stop.Name}.");
        return stop;
    }

    private sealed record Stop
    {
        public string Name { get; init; } = "";

        public bool IsSeen { get; init; }

        public int Column { get; init; }

        public float Left { get; init; }

        public float Right { get; init; }

        public float Top { get; init; }

        public float Bottom { get; init; }

        /// <summary>Up, or to the left on the same line.</summary>
        public bool GoesBackFrom(Stop before) => Column == before.Column && (Bottom <= before.Top || (Right <= before.Left && Top < before.Bottom));
    }
}
