using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using Participatie.Core.Polls;
using static Microsoft.Playwright.Assertions;

namespace Participatie.Browser.Tests;

/// <summary>A phone in a hall: bad connections, other people, few bytes.</summary>
public sealed class PhoneTests : BrowserTests
{
    private const int FirstVisitBudget = 60 * 1024;

    private SmallMeeting meeting = null!;

    [Fact]
    public async Task A_phone_whose_web_sockets_are_blocked_votes_by_the_form()
    {
        await OpenPollAsync(new YesNoAbstain());
        var page = await OpenAsync(Device.Phone, "/meedoen");
        await page.RouteWebSocketAsync("**/hubs/meeting?*", socket => _ = socket.CloseAsync());
        var anna = new Resident(page, Device.Phone);
        await anna.TypeCodeAsync(meeting.Code);
        await anna.ChooseAsync("Ja");

        await Expect(page.Locator("[data-state=Counted]")).ToBeVisibleAsync();
        await Expect(page.Locator("#verbinding")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_vote_is_not_yet_counted_until_the_server_confirms_it()
    {
        await OpenPollAsync(new YesNoAbstain());
        var page = await OpenAsync(Device.Phone, "/meedoen");
        var through = false;
        await page.RouteWebSocketAsync("**/hubs/meeting?*", socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(frame =>
            {
                if (through || frame.Text?.Contains("CastVote", StringComparison.Ordinal) != true)
                    server.Send(frame.Text!);
                else
                    _ = socket.CloseAsync();
            });
        });
        var anna = new Resident(page, Device.Phone);
        await anna.TypeCodeAsync(meeting.Code);
        await anna.IsConnectedAsync();
        await page.RouteAsync("**/stem", route => through ? route.ContinueAsync() : route.FulfillAsync(new RouteFulfillOptions { Status = 503 }));
        Complaints.ExpectRefusal($"/m/{meeting.Code}/peilingen/{meeting.Poll}/stem");

        await anna.ChooseAsync("Nee");
        await Expect(page.Locator("#offline")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state=Counted]")).ToBeHiddenAsync();
        await CheckAsync(page, "telefoon-nog-niet-geteld");

        through = true;
        await Expect(page.Locator("[data-state=Counted]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.Locator("#offline")).ToBeHiddenAsync();
        Assert.Equal([0, 1, 0], await meeting.CloseAsync());
    }

    [Fact]
    public async Task Whoever_has_just_voted_does_not_read_that_nobody_has()
    {
        await OpenPollAsync(new YesNoAbstain());
        var page = await OpenAsync(Device.Phone, "/meedoen");
        var told = false;
        await page.RouteWebSocketAsync("**/hubs/meeting?*", socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                if (told || frame.Text?.Contains("TallyChanged", StringComparison.Ordinal) != true)
                    socket.Send(frame.Text!);
            });
        });
        var anna = new Resident(page, Device.Phone);
        await anna.TypeCodeAsync(meeting.Code);
        await anna.IsConnectedAsync();
        await anna.ChooseAsync("Ja");

        var counted = page.Locator("[data-state=Counted]");
        await Expect(counted).ToBeVisibleAsync();
        await Expect(counted.Locator("[data-slot=ballots]")).ToHaveTextAsync("");
        told = true;
        await page.ReloadAsync();
        await Expect(counted.Locator("[data-slot=ballots]")).ToHaveTextAsync("1 persoon heeft gestemd");
    }

    [Fact]
    public async Task News_that_overtakes_the_answer_to_joining_is_not_undone_by_it()
    {
        await OpenPollAsync(new YesNoAbstain());
        var page = await OpenAsync(Device.Phone, "/meedoen");
        var answered = new TaskCompletionSource<string>();
        await page.RouteWebSocketAsync("**/hubs/meeting?*", socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                var isNews = frame.Text!.Contains("meetingChanged", StringComparison.OrdinalIgnoreCase);
                if (!isNews && frame.Text.Contains("\"revision\"", StringComparison.Ordinal) && answered.TrySetResult(frame.Text))
                    return;

                socket.Send(frame.Text);
                if (isNews)
                    socket.Send(answered.Task.Result);
            });
        });
        var anna = new Resident(page, Device.Phone);
        await anna.TypeCodeAsync(meeting.Code);
        await answered.Task;

        await meeting.CloseAsync();
        await anna.IsConnectedAsync();

        await anna.SeesAsync("Closed");
    }

    [Fact]
    public async Task A_ballot_that_is_being_filled_in_stays_when_others_vote()
    {
        await OpenPollAsync(new MultipleChoice(2));
        var anna = new Resident(await OpenAsync(Device.Phone, "/meedoen"), Device.Phone);
        await anna.TypeCodeAsync(meeting.Code);
        await anna.IsConnectedAsync();
        await anna.TickAsync("Ja");

        await meeting.VoteAsync(1);
        await Expect(anna.Page.Locator("[data-state=Counted] [data-slot=ballots]")).ToContainTextAsync("1 ");

        await Expect(anna.Page.Locator("label.choice", new() { HasText = "Ja" }).Locator("input")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_first_visit_of_a_phone_fits_in_sixty_kilobytes()
    {
        await OpenPollAsync(new YesNoAbstain());
        var page = await OpenAsync(Device.Phone, "about:blank");
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Network.enable");
        var bytes = 0.0;
        devtools.Event("Network.loadingFinished").OnEvent += (_, said) => bytes += said!.Value.GetProperty("encodedDataLength").GetDouble();

        await page.GotoAsync($"{Server.Address}m/{meeting.Code}", new() { WaitUntil = WaitUntilState.NetworkIdle });

        TestContext.Current.AddAttachment("bytes of the first visit", bytes.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(bytes, 5_000, FirstVisitBudget);
    }

    private async Task OpenPollAsync(CountingMethod method) => meeting = await SmallMeeting.OpenWithPollAsync(Server, method);
}
