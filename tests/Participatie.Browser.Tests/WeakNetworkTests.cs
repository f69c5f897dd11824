using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using Participatie.Core.Polls;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>A phone whose network is slow, or gone.</summary>
[Collection(nameof(Alone))]
public sealed class WeakNetworkTests : BrowserTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private SmallMeeting meeting = null!;

    [Fact]
    public async Task Without_network_a_page_of_ours_says_so_and_goes_on_by_itself()
    {
        await OpenPollAsync();
        var page = await OpenAsync(Device.Phone, $"/m/{meeting.Code}");
        await page.EvaluateAsync("() => navigator.serviceWorker.ready");
        await Expect(page.Locator("#inhoud[data-connected=true]")).ToBeAttachedAsync();
        await page.EvaluateAsync("() => new Promise(done => navigator.serviceWorker.controller ? done() : navigator.serviceWorker.addEventListener('controllerchange', () => done()))");

        Complaints.ExpectNoNetwork();
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Geen internet");
        await CheckAsync(page, "telefoon-zonder-internet");

        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("[data-state=Vote]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_vote_made_without_network_outlives_a_reload_and_is_sent_once()
    {
        await OpenPollAsync();
        var page = await OpenAsync(Device.Phone, $"/m/{meeting.Code}");
        var through = false;
        await page.RouteWebSocketAsync("**/hubs/meeting?*", socket =>
        {
            if (through)
                socket.ConnectToServer();
            else
                _ = socket.CloseAsync();
        });
        await page.RouteAsync("**/stem", route => through ? route.ContinueAsync() : route.FulfillAsync(new RouteFulfillOptions { Status = 503 }));
        await page.ReloadAsync();
        Complaints.ExpectRefusal($"/m/{meeting.Code}/peilingen/{meeting.Poll}/stem");
        var anna = new Resident(page, Device.Phone);
        await anna.ChooseAsync("Nee");
        await Expect(page.Locator("#offline")).ToBeVisibleAsync();

        through = true;
        await page.ReloadAsync();

        await Expect(page.Locator("[data-state=Counted]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        Assert.Null(await page.EvaluateAsync<string?>($"sessionStorage.getItem('stem-{meeting.Code}')"));
        Assert.Equal([0, 1, 0], await meeting.CloseAsync());
    }

    /// <summary>The network decides here, not the machine: the best of three tries is what the page needs.</summary>
    [Fact]
    public async Task On_a_slow_line_somebody_can_vote_within_two_seconds()
    {
        await OpenPollAsync();
        var best = TimeSpan.MaxValue;
        for (var tries = 0; tries < 3 && best > Patience; tries++)
        {
            var page = await OpenAsync(Device.Phone, "about:blank");
            await SlowDownAsync(page);
            var start = Stopwatch.GetTimestamp();
            await page.GotoAsync($"{Server.Address}m/{meeting.Code}", new() { WaitUntil = WaitUntilState.Commit });
            await page.Locator("button.choice").First.ClickAsync(new() { Trial = true });
            var took = Stopwatch.GetElapsedTime(start);
            best = took < best ? took : best;
        }

        TestContext.Current.AddAttachment("milliseconds until the first vote on a slow line", best.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture));
        Assert.InRange(best, TimeSpan.Zero, Patience);
    }

    /// <summary>400 kbit/s and 400 ms, as far as the browser can play a bad hall.</summary>
    private static async Task SlowDownAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = false,
            ["latency"] = 400,
            ["downloadThroughput"] = 400_000 / 8,
            ["uploadThroughput"] = 400_000 / 8,
        });
    }

    private async Task OpenPollAsync() => meeting = await SmallMeeting.OpenWithPollAsync(Server, new YesNoAbstain());
}
