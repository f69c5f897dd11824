using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using Participatie.Core.Polls;

namespace Participatie.Browser.Tests;

/// <summary>What a screen reader says by itself while somebody keeps the phone in the hand.</summary>
public sealed class LiveRegionTests : BrowserTests
{
    /// <summary>
    /// Keeps what is said: a status counts where it was there before its words changed, as screen readers leave out one that
    /// only appears; an alert always does.
    /// </summary>
    private const string ListenScript =
        """
        window.said = [];
        addEventListener("DOMContentLoaded", () => {
          const wordsOf = region => region.checkVisibility() ? region.innerText.replace(/\s+/g, " ").trim() : null;
          const regions = () => document.querySelectorAll("[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]");
          const known = new Map([...regions()].map(region => [region, wordsOf(region)]));
          new MutationObserver(() => regions().forEach(region => {
            const [before, now] = [known.get(region) ?? null, wordsOf(region)];
            known.set(region, now);
            if (now && now !== before && (before !== null || region.role === "alert")) window.said.push(now);
          })).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        });
        """;

    private IWebSocketRoute? line;

    [Fact]
    public async Task Whoever_cannot_see_the_phone_hears_each_turn_of_the_vote()
    {
        var meeting = await SmallMeeting.OpenAsync(Server, new YesNoAbstain());
        var phone = await FollowAsync(meeting.Code);

        await meeting.OpenPollAsync();
        await phone.HearsAsync("Je kunt nu stemmen. Komen er bankjes?");

        await phone.ChooseAsync();
        await phone.HearsAsync("Je stem is geteld");
        await meeting.CloseAsync();
        await phone.HearsAsync("De stemming is gesloten");
        await meeting.ReleaseAsync();
        await phone.HearsAsync("Komen er bankjes? De enige stem is ja.");
    }

    [Fact]
    public async Task Whoever_cannot_see_the_phone_hears_that_the_connection_breaks_and_comes_back()
    {
        var meeting = await SmallMeeting.OpenWithPollAsync(Server, new YesNoAbstain());
        var phone = await FollowAsync(meeting.Code);

        await line!.CloseAsync();
        await phone.HearsAsync("Geen verbinding. We zoeken weer contact.");
        await phone.HearsAsync("Er is weer verbinding.");
    }

    private async Task<Ears> FollowAsync(string code)
    {
        var page = await OpenAsync(Device.Phone, "about:blank");
        await page.AddInitScriptAsync(ListenScript);
        await page.RouteWebSocketAsync("**/hubs/meeting?*", socket =>
        {
            line = socket;
            socket.ConnectToServer();
        });
        await page.GotoAsync($"{Server.Address}m/{code}");
        await new Resident(page, Device.Phone).IsConnectedAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.said"));
        return new Ears(page);
    }

    private sealed class Ears(IPage page)
    {
        public Task ChooseAsync() => page.Locator("button.choice").First.PressAsync("Enter");

        /// <summary>This comes next, and nothing before it.</summary>
        public async Task HearsAsync(string sentence)
        {
            await page.WaitForFunctionAsync("() => window.said.length > 0", null, new() { Timeout = 20_000 });
            Assert.Equal(sentence, await page.EvaluateAsync<string>("() => window.said.shift()"));
        }
    }
}
