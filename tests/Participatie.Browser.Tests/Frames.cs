using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

internal static class Frames
{
    /// <summary>Waits for two: by then a page is drawn as it is now, and whatever was to move has begun.</summary>
    public static Task<bool> DrawAsync(this IPage page) =>
        page.EvaluateAsync<bool>("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
}
