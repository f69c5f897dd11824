using System.Globalization;
using Microsoft.Playwright;
using Participatie.Testing;

namespace Participatie.Browser.Tests;

/// <summary>The screen in the hall, on beamers of several shapes: nobody can scroll it, and it is read from 15 metres.</summary>
internal sealed class Beamer(IPage page)
{
    private static readonly (int Width, int Height)[] Shapes = [(1280, 720), (1024, 768), (1920, 1080)];

    /// <summary>Shows it on every beamer: all of it is there, and its letters are at least such a part of the height.</summary>
    /// <param name="name">Of the picture that is kept for people to look at.</param>
    /// <param name="part">A 25th is read from 15 metres.</param>
    public async Task AssertLegibleAsync(string name, int part = 25)
    {
        foreach (var (width, height) in Shapes)
        {
            await page.SetViewportSizeAsync(width, height);
            var shape = string.Create(CultureInfo.InvariantCulture, $"{name}-{width}x{height}");
            await page.ScreenshotAsync(new() { Path = Repository.File($"artifacts/screenshots/{shape}.png") });
            Assert.True(await page.EvaluateAsync<bool>(FitsScript), $"{shape} takes more than the screen.");
            Findings.AssertNone((await page.EvaluateAsync<string[]>(FaultsScript, part)).Select(fault => $"{shape}: {fault}"));
        }
    }

    private const string FitsScript =
        "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth && !!document.querySelector('.qr svg') && !!document.querySelector('.code')";

    /// <summary>Words outside the screen, under the button that reads aloud, or too small to read.</summary>
    private const string FaultsScript =
        """
        part => {
          const button = document.querySelector(".say").getBoundingClientRect();
          const words = document.createTreeWalker(document.querySelector(".beam"), NodeFilter.SHOW_TEXT);
          const faults = [];
          while (words.nextNode()) {
            const { textContent, parentElement } = words.currentNode;
            const range = document.createRange();
            range.selectNodeContents(words.currentNode);
            const box = range.getBoundingClientRect();
            if (!textContent.trim() || !parentElement.checkVisibility()) continue;
            const say = fault => faults.push(`"${textContent.trim()}" ${fault}`);
            if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) say("is cut off");
            if (box.right > button.left && box.left < button.right && box.bottom > button.top && box.top < button.bottom) say("is under the button");
            const size = parseFloat(getComputedStyle(parentElement).fontSize);
            if (parentElement.closest(".beam-main") && size * part < innerHeight * 0.99) say(`is ${size} pixels high, of ${innerHeight}`);
          }
          return faults;
        }
        """;
}
