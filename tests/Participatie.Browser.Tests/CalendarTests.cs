using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Participatie.Browser.Tests.Stories;
using Participatie.Testing;
using Participatie.Web.Meetings;

namespace Participatie.Browser.Tests;

/// <summary>The calendar, and a meeting on it that does not go on.</summary>
public sealed class CalendarTests : BrowserTests
{
    private const string Reason = "De zaal is niet vrij.";

    private static readonly Device Narrow = new("narrow", 320, 568, Touch: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everybody_can_read_the_calendar_and_that_a_meeting_does_not_go_on(bool wide)
    {
        var page = await OpenAsync(wide ? Device.Laptop : Narrow.WithoutScripts(), "/agenda");
        await CheckAsync(page, "calendar");

        await page.Locator(".meeting-list li", new() { HasText = "Gaat niet door" }).First.GetByRole(AriaRole.Link).ClickAsync();
        Assert.Contains("gaat niet door", await page.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);
        await CheckAsync(page, "cancelled-meeting");

        foreach (var (name, path) in new[] { ("empty-calendar", "/agenda?wijk=delft-west"), ("area-with-calendar", "/wijken/utrecht-overvecht"), ("table-with-calendar", "/tafels/wijktafel-overvecht") })
        {
            await page.GotoAsync(path);
            await CheckAsync(page, name);
        }
    }

    [Fact]
    public async Task A_phone_that_waits_hears_that_the_meeting_does_not_go_on_and_that_it_does_after_all()
    {
        var evening = await Evening.PlanAsync(Server);
        var page = await OpenAsync(Device.Phone, $"/m/{evening.Code}");
        var anna = new Resident(page, Device.Phone);
        await anna.SeesAsync("Planned");

        await Get<CancelMeeting>().RunAsync(evening.MeetingId, Reason, "Samira", TestContext.Current.CancellationToken);
        await anna.SeesAsync("Cancelled");
        await anna.SeesTextAsync(Reason);
        await CheckAsync(page, "cancelled-phone");

        await Get<ReinstateMeeting>().RunAsync(evening.MeetingId, "Samira", TestContext.Current.CancellationToken);
        await anna.SeesAsync("Planned");
    }

    private T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();
}
