using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Meetings;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Meetings;
using Participatie.Web.Shared;
using Participatie.Web.Tables;

namespace Participatie.Web.Tests.Reading.Feeds;

/// <summary>The calendars that people subscribe to, read by ical.js.</summary>
public abstract class CalendarFeedTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string All = "/agenda.ics";
    private const string Area = "/wijken/utrecht-overvecht/agenda.ics";
    private const string Table = $"/tafels/{Evening.TableSlug}/agenda.ics";
    private const string Reason = "De zaal is niet vrij; we zoeken een andere, groter en dichterbij.\nTot dan!";

    private Evening evening = null!;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    [Fact]
    public async Task A_meeting_is_an_event_with_its_name_place_time_and_links()
    {
        var plan = new MeetingPlan("Groen; grijs, en \"water\" \\ 🌳 in de straat waar iedereen langs fietst op weg naar school", "De Boog, Zamenhofdreef 1", At(2027, 1, 12, 19, 30));
        await ReplanAsync(plan);

        var meeting = await ReadEventAsync(All);

        Assert.Equal(evening.MeetingId.ToString(), meeting.Uid);
        Assert.Equal((plan.Title, plan.Place, "CONFIRMED"), (meeting.Summary, meeting.Location, meeting.Status));
        Assert.Equal(("Europe/Amsterdam", "2027-01-12T19:30:00"), (meeting.Timezone, meeting.Clock));
        Assert.Equal((plan.StartsAt, plan.StartsAt.AddMinutes(20)), (meeting.StartsAt, meeting.EndsAt));
        Assert.Equal(Full($"/bijeenkomsten/{evening.MeetingId}"), meeting.Url);
        Assert.Contains(meeting.Url, meeting.Description, StringComparison.Ordinal);
        Assert.Contains(Full("/meedoen"), meeting.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(evening.Code, meeting.Description, StringComparison.Ordinal);
        Assert.Equal(meeting.Stamp, meeting.Modified);
        Assert.InRange(meeting.Modified, Now.AddMinutes(-5), Now);
    }

    [Fact]
    public async Task The_file_is_what_calendars_expect_and_says_whose_meetings_are_in_it()
    {
        foreach (var (path, name) in new[] { (All, "Agenda van alle tafels"), (Area, "Agenda van Utrecht Overvecht"), (Table, "Agenda van Wijktafel Overvecht") })
        {
            using var answer = await Visitor.Http.GetAsync(path, Ct);
            var file = await answer.Content.ReadAsStringAsync(Ct);

            Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
            Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
            var calendar = await Calendar.ReadAsync(file);
            Assert.Equal(("2.0", name), (calendar.Version, calendar.Name));
            Assert.Single(calendar.Events);
        }
    }

    [Fact]
    public async Task A_cancelled_meeting_stays_says_why_and_keeps_its_identity()
    {
        var before = await ReadEventAsync(Table);
        await Get<CancelMeeting>().RunAsync(evening.MeetingId, Reason, "Samira", Ct);

        var cancelled = await ReadEventAsync(Table);
        Assert.Equal((before.Uid, before.Sequence + 1, "CANCELLED"), (cancelled.Uid, cancelled.Sequence, cancelled.Status));
        Assert.StartsWith("Gaat niet door: ", cancelled.Summary, StringComparison.Ordinal);
        Assert.Contains(Reason, cancelled.Description, StringComparison.Ordinal);

        await Get<ReinstateMeeting>().RunAsync(evening.MeetingId, "Samira", Ct);
        var after = await ReadEventAsync(Table);
        Assert.Equal((before.Uid, before.Sequence + 2, "CONFIRMED", before.Summary), (after.Uid, after.Sequence, after.Status, after.Summary));
    }

    [Fact]
    public async Task Without_an_agenda_a_meeting_takes_two_hours()
    {
        await Get<AgendaStore>().RemoveAsync(evening.ItemId, Ct);

        var meeting = await ReadEventAsync(All);

        Assert.Equal(TimeSpan.FromHours(2), meeting.EndsAt - meeting.StartsAt);
    }

    [Theory]
    [InlineData(2026, 3, 28)]
    [InlineData(2026, 10, 24)]
    [InlineData(2027, 3, 27)]
    [InlineData(2027, 10, 30)]
    [InlineData(2030, 3, 30)]
    [InlineData(2041, 10, 26)]
    [InlineData(2096, 3, 24)]
    public async Task On_the_days_around_a_change_of_the_clock_a_calendar_shows_the_hour_on_the_wall(int year, int month, int saturday)
    {
        await Get<AgendaStore>().ChangeAsync(evening.ItemId, new ItemPlan("Nachtwacht", "", 240, ItemKind.Discuss), Ct);
        var before = new DateTime(year, month, saturday, 0, 30, 0, DateTimeKind.Unspecified);
        foreach (var clock in new[] { before.AddHours(19), before.AddDays(1), before.AddDays(1).AddHours(19), before.AddDays(2).AddHours(19) })
        {
            var start = DutchTime.Instant(clock);
            await ReplanAsync(new MeetingPlan("Het plein", "De Boog", start));

            var meeting = await ReadEventAsync(All);

            Assert.Equal(clock.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), meeting.Clock);
            Assert.Equal((start, start.AddHours(4)), (meeting.StartsAt, meeting.EndsAt));
        }
    }

    [Fact]
    public async Task What_was_less_than_a_year_ago_stays_and_what_is_older_is_gone()
    {
        await ReplanAsync(new MeetingPlan("Het plein", "De Boog", Now.AddDays(-364)));
        Assert.Single((await ReadAsync(All)).Events);

        await ReplanAsync(new MeetingPlan("Het plein", "De Boog", Now.AddDays(-367)));
        Assert.Empty((await ReadAsync(All)).Events);
    }

    [Fact]
    public async Task A_feed_holds_the_meetings_of_its_own_area_and_table_only()
    {
        await Get<AddTable>().RunAsync("Jongerentafel Overvecht", TableKind.Youth, "utrecht-overvecht", Ct);
        await Get<AddTable>().RunAsync("Wijktafel Delft", TableKind.Neighbourhood, "delft-west", Ct);
        foreach (var table in await Get<TableStore>().TablesAsync(Ct))
            await Get<PlanMeeting>().RunAsync(table.Id, new MeetingPlan(table.Slug, "De Boog", Now.AddDays(1)), Ct);

        Assert.Equal(5, (await ReadAsync(All)).Events.Count);
        Assert.Equal(4, (await ReadAsync(Area)).Events.Count);
        Assert.Equal(2, (await ReadAsync(Table)).Events.Count);
        Assert.Equal("wijktafel-delft", (await ReadEventAsync("/wijken/delft-west/agenda.ics")).Summary);
        Assert.Equal("jongerentafel-overvecht", (await ReadEventAsync("/tafels/jongerentafel-overvecht/agenda.ics")).Summary);
    }

    [Fact]
    public async Task A_calendar_that_asks_again_gets_nothing_until_something_changed()
    {
        using var first = await Visitor.Http.GetAsync(Table, Ct);

        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync(first.Headers.ETag!));
        await Get<CancelMeeting>().RunAsync(evening.MeetingId, Reason, "Samira", Ct);
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(first.Headers.ETag!));
    }

    [Fact]
    public async Task A_program_may_ask_for_the_headers_alone_and_an_unknown_place_has_no_calendar()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, All);
        using var answer = await Visitor.Http.SendAsync(head, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        foreach (var path in (string[])["/wijken/atlantis/agenda.ics", "/tafels/atlantis/agenda.ics"])
        {
            using var unknown = await Visitor.Http.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }
    }

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) =>
        DutchTime.Instant(new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified));

    private string Full(string path) => new Uri(Server.Address, path).AbsoluteUri;

    private Task<bool> ReplanAsync(MeetingPlan plan) => Get<MeetingStore>().ReplanAsync(evening.MeetingId, plan, Ct);

    private async Task<Calendar> ReadAsync(string path) => await Calendar.ReadAsync(await Visitor.Http.GetStringAsync(path, Ct));

    private async Task<CalendarEvent> ReadEventAsync(string path) => Assert.Single((await ReadAsync(path)).Events);

    private async Task<HttpStatusCode> AskAgainAsync(EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Table);
        request.Headers.IfNoneMatch.Add(tag);
        using var answer = await Visitor.Http.SendAsync(request, Ct);
        return answer.StatusCode;
    }

    private T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();

    public sealed class OnSqlite() : CalendarFeedTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CalendarFeedTests(DatabaseKind.Postgres);
}
