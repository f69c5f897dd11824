using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Participatie.Browser.Tests;

/// <summary>What moves on a page, as the browser itself tells: also inside the parts of a progress bar.</summary>
internal sealed class Motion
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<string> seen = new();
    private readonly IPage page;

    private Motion(IPage page) => this.page = page;

    public static async Task<Motion> OfAsync(IPage page)
    {
        var motion = new Motion(page);
        var devtools = await page.Context.NewCDPSessionAsync(page);
        devtools.Event("Animation.animationStarted").OnEvent += (_, told) =>
            motion.seen.Enqueue(told!.Value.GetProperty("animation").GetProperty("name").GetString()!);
        await devtools.SendAsync("Animation.enable");
        return motion;
    }

    /// <summary>Waits until this has moved so many times, and no more.</summary>
    public async Task SeesAsync(string name, int times)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (seen.Count(moved => string.Equals(moved, name, StringComparison.Ordinal)) < times && !patience.IsCancellationRequested)
            await page.DrawAsync();
        await page.DrawAsync();
        Assert.Equal(times, seen.Count(moved => string.Equals(moved, name, StringComparison.Ordinal)));
    }

    public async Task SeesNoneAsync()
    {
        await page.DrawAsync();
        Assert.Empty(seen);
    }
}
