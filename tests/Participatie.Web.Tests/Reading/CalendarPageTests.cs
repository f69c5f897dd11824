using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Meetings;
using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Reading;

public abstract class CalendarPageTests(DatabaseKind kind) : ServerTests(kind)
{
    private Evening evening = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    [Fact]
    public async Task Coming_meetings_stand_under_their_month_soonest_first()
    {
        var table = await Server.Services.GetRequiredService<MeetingStore>().FindAsync(evening.MeetingId, Ct);
        foreach (var (title, month) in new[] { ("Later", 3), ("Eerder", 2), ("Ook later", 3) })
        {
            var plan = new MeetingPlan(title, "De Boog", DutchTime.Instant(new DateTime(2099, month, month == 2 ? 28 : title.Length, 19, 30, 0, DateTimeKind.Unspecified)));
            await Server.Services.GetRequiredService<PlanMeeting>().RunAsync(table!.TableId, plan, Ct);
        }

        await Visitor.GetAsync("/agenda");

        var months = Visitor.Page.QuerySelectorAll("main section:has(> .meeting-list)").TakeLast(2).ToList();
        Assert.Equal(["februari 2099", "maart 2099"], months.Select(month => month.QuerySelector("h2")!.TextContent));
        Assert.Equal(["Eerder"], Titles(months[0]));
        Assert.Equal(["Later", "Ook later"], Titles(months[1]));
    }

    [Fact]
    public async Task A_cancelled_meeting_is_shown_as_one_that_does_not_go_on()
    {
        await Server.Services.GetRequiredService<CancelMeeting>().RunAsync(evening.MeetingId, "De zaal is niet vrij.", "Samira", Ct);

        await Visitor.GetAsync("/agenda");

        var meeting = Visitor.Page.QuerySelector(".meeting-list li")!;
        Assert.Equal("Gaat niet door", meeting.QuerySelector(".badge.late")!.TextContent);
        Assert.Contains("De reden: De zaal is niet vrij.", meeting.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_meetings_of_one_area_have_a_calendar_of_their_own()
    {
        await Visitor.GetAsync("/agenda");
        await Visitor.SubmitAsync(form => form.Pick("wijk", "utrecht-overvecht"));

        Assert.Single(Visitor.Page.QuerySelectorAll(".meeting-list li"));
        await AssertFeedAsync("/wijken/utrecht-overvecht/agenda.ics");
    }

    [Theory]
    [InlineData("/agenda?wijk=delft-west", "/wijken/delft-west/agenda.ics")]
    [InlineData("/agenda?wijk=atlantis", "/agenda.ics")]
    public async Task Where_nothing_is_planned_the_page_says_so_and_can_still_be_followed(string path, string feed)
    {
        await Visitor.GetAsync(path);

        Assert.Contains("Kies een andere wijk", Visitor.Page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        await AssertFeedAsync(feed);
    }

    [Theory]
    [InlineData("/agenda", "/agenda.ics")]
    [InlineData("/wijken/utrecht-overvecht", "/wijken/utrecht-overvecht/agenda.ics")]
    [InlineData($"/tafels/{Evening.TableSlug}", $"/tafels/{Evening.TableSlug}/agenda.ics")]
    public async Task A_page_leads_people_and_programs_to_its_calendar(string path, string feed)
    {
        await Visitor.GetAsync(path);

        await AssertFeedAsync(feed);
    }

    [Fact]
    public async Task The_main_menu_leads_to_the_calendar()
    {
        await Visitor.GetAsync("/");

        Assert.NotNull(Visitor.Page.QuerySelector("header nav a[href='/agenda']"));
    }

    private static IEnumerable<string> Titles(IElement month) => month.QuerySelectorAll("li > a").Select(title => title.TextContent);

    /// <summary>Subscribes, opens the file, and finds it as a program does.</summary>
    private async Task AssertFeedAsync(string path)
    {
        var page = Visitor.Page;
        Assert.Equal($"webcal://{Server.Address.Authority}{path}", page.QuerySelector("a[href^='webcal:']")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector($"main a[href='{path}']"));
        Assert.Equal(path, page.QuerySelector("link[rel=alternate][type='text/calendar']")!.GetAttribute("href"));
        using var file = await Visitor.Http.GetAsync(path, Ct);
        file.EnsureSuccessStatusCode();
    }

    public sealed class OnSqlite() : CalendarPageTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CalendarPageTests(DatabaseKind.Postgres);
}
