using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Hub;
using Participatie.Web.Accounts;
using Participatie.Web.Contributions;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Floor;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Meetings.Queue;
using Participatie.Web.Meetings.Rehearsing;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Data;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Meetings;

/// <summary>A facilitator tries the whole evening, and nothing of it is ever found.</summary>
public abstract class RehearsalTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Actor = "Samira";

    private readonly TestClock clock = new();
    private MeetingRow meeting = null!;

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var table = await Server.Db.AddTableAsync(Ct);
        var id = await Get<PlanMeeting>().RunAsync(table, new MeetingPlan("Het plein", "De Boog", clock.GetUtcNow().AddDays(1)), Ct);
        var item = RowKey.New();
        await Get<AgendaStore>().AddAsync(item, id, new ItemPlan("Bankjes", "Waar?", 10, ItemKind.Decide), Ct);
        await Get<PollStore>().AddAsync(
            RowKey.New(), item, new PollPlan("Komen er bankjes?", new YesNoAbstain(), ["Ja", "Nee", "Ik stem niet mee"], Binding: true, Secret: true), Ct);
        await Get<Passes>().IssueAsync(id, 1, Ct); // the first pass of an installation makes its key
        meeting = (await Get<MeetingStore>().FindAsync(id, Ct))!;
    }

    [Fact]
    public async Task A_whole_evening_works_and_throwing_it_away_leaves_every_table_as_it_was()
    {
        var before = await RowsAsync();
        var rehearsal = await RehearseAsync();
        await HoldAsync(rehearsal);
        Assert.Empty((await Get<Verify>().RunAsync(Ct)).Faults);
        Assert.NotEqual(before, await RowsAsync());

        Assert.True(await Get<DiscardRehearsal>().RunAsync(rehearsal.Id, Ct));

        Assert.Empty((await RowsAsync()).Except(before));
        Assert.Null(await Get<MeetingRooms>().FindAsync(rehearsal.Code));
        Assert.False(await Get<DiscardRehearsal>().RunAsync(rehearsal.Id, Ct));
    }

    [Fact]
    public async Task While_it_goes_on_no_page_feed_search_or_dataset_tells_of_it()
    {
        var rehearsal = await RehearseAsync();
        var poll = await HoldAsync(rehearsal);
        using var reader = Server.NewVisitor();

        var told = new List<string>();
        foreach (var address in Public())
        {
            await reader.GetAsync(address);
            Assert.True(reader.Status == HttpStatusCode.OK, address);
            if (reader.Source.Contains($"{meeting.Id}", StringComparison.Ordinal))
                told.Add(address);
            Assert.DoesNotContain("Oefening:", reader.Source, StringComparison.Ordinal);
            Assert.DoesNotContain($"{rehearsal.Id}", reader.Source, StringComparison.Ordinal);
            Assert.DoesNotContain($"{poll}", reader.Source, StringComparison.Ordinal);
        }

        Assert.InRange(told.Count, 8, 19); // of the meeting itself they tell
        foreach (var address in new[] { $"/bijeenkomsten/{rehearsal.Id}", $"/stemmingen/{poll}", $"/api/v1/vergaderingen/{rehearsal.Id}", $"/api/v1/stemmingen/{poll}" })
        {
            await reader.GetAsync(address);
            Assert.True(reader.Status == HttpStatusCode.NotFound, address);
        }
    }

    /// <summary>Whatever lists meetings, agendas or results: pages, search, feeds, the sitemap, open data and exports.</summary>
    private IEnumerable<string> Public()
    {
        var (place, year) = ($"{meeting.TableId:n}", clock.GetUtcNow().Year);
        return
        [
            "/", "/wijken", $"/wijken/{place}", $"/tafels/{place}", $"/tafels/{place}/brief", "/agenda", "/agenda.ics", $"/tafels/{place}/agenda.ics", "/besluiten",
            "/zoeken?q=bankjes", "/zoeken?q=oefening", "/sitemap.xml", "/api/v1/vergaderingen", "/api/v1/agendapunten", "/api/v1/stemmingen", "/besluiten.atom",
            $"/tafels/{place}/export/{year}.json", $"/tafels/{place}/export/{year}/vergaderingen.csv", $"/tafels/{place}/export/{year}/stemmingen.csv",
        ];
    }

    [Fact]
    public async Task A_meeting_that_counts_is_never_thrown_away()
    {
        Assert.False(await Get<DiscardRehearsal>().RunAsync(meeting.Id, Ct));
        Assert.NotNull(await Get<MeetingStore>().FindAsync(meeting.Id, Ct));
    }

    [Fact]
    public async Task Opening_the_meeting_itself_throws_its_rehearsal_away()
    {
        var rehearsal = await RehearseAsync();
        Assert.Equal(rehearsal.Id, (await RehearseAsync()).Id); // one at a time

        await OpenAsync(meeting);

        Assert.Null(await Get<MeetingStore>().FindAsync(rehearsal.Id, Ct));
        Assert.Null(await Get<StartRehearsal>().RunAsync((await Get<MeetingStore>().FindAsync(meeting.Id, Ct))!, Ct));
    }

    [Fact]
    public async Task What_somebody_left_is_gone_after_a_week()
    {
        var rehearsal = await RehearseAsync();
        clock.Pass(ForgetRehearsals.Kept - TimeSpan.FromMinutes(1));
        await Get<ForgetRehearsals>().RunAsync(Ct);
        Assert.NotNull(await Get<MeetingStore>().FindAsync(rehearsal.Id, Ct));

        clock.Pass(TimeSpan.FromMinutes(2));
        await Get<ForgetRehearsals>().RunAsync(Ct);
        Assert.Null(await Get<MeetingStore>().FindAsync(rehearsal.Id, Ct));
    }

    [Fact]
    public async Task A_phone_that_still_looks_sees_that_it_is_over()
    {
        var rehearsal = await RehearseAsync();
        await OpenAsync(rehearsal);
        var hub = new Uri(Server.Address, "/hubs/meeting");
        await using var phone = await (await HubPhones.SharedAsync()).OpenAsync(hub, cookies: null, "meetingChanged");
        await phone.InvokeAsync("Join", rehearsal.Code);

        await Get<DiscardRehearsal>().RunAsync(rehearsal.Id, Ct);

        await phone.HearAsync("meetingChanged", news => news.Arguments[0].GetProperty("meeting").GetProperty("state").ValueEquals("closed"));
    }

    [Fact]
    public async Task A_button_starts_it_every_screen_says_so_and_a_button_ends_it()
    {
        using var samira = await Server.SignInAsync(StaffRole.Facilitator, meeting.TableId);
        await samira.GetAsync(PlanModel.AddressOf(meeting.Id));
        await samira.SubmitAsync(form: "form[action$='handler=Rehearse']");
        Assert.Equal("Oefening: Het plein", samira.Page.QuerySelector("h1")!.TextContent);
        var code = samira.Page.QuerySelector("dd.code")!.TextContent;

        foreach (var screen in new[] { "leiden", "scherm", "" })
        {
            await samira.GetAsync($"/m/{code}/{screen}".TrimEnd('/'));
            Assert.Equal("Dit is een oefening. Wat je hier doet, telt niet.", samira.Page.QuerySelector(".rehearsal")!.TextContent.Trim());
        }

        await samira.GetAsync("/beheer");
        Assert.DoesNotContain("Oefening", samira.Source, StringComparison.Ordinal);
        await samira.GetAsync(PlanModel.AddressOf(meeting.Id));
        Assert.Null(samira.Page.QuerySelector(".rehearsal"));
        await samira.GetAsync(samira.Page.QuerySelectorAll("a").Single(link => link.TextContent is "Verder met de oefening").GetAttribute("href")!);
        await samira.SubmitAsync(form: "form[action$='handler=Discard']");
        Assert.Equal(PlanModel.AddressOf(meeting.Id), samira.Path);
        Assert.Equal("De oefening is weg. Er is niets van bewaard.", samira.Page.QuerySelector("[role=alert]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_topic_that_somebody_tried_is_seen_in_the_rehearsal_only()
    {
        var rehearsal = await RehearseAsync();
        var earlier = (await Get<MeetingStore>().FindAsync(await Get<PlanMeeting>().RunAsync(meeting.TableId, new MeetingPlan("Eerder", "De Boog", clock.GetUtcNow()), Ct), Ct))!;
        await OpenAsync(rehearsal);
        await OpenAsync(earlier);
        await SendAsync(rehearsal, ContributionKind.Topic, "Meer bomen");
        await SendAsync(earlier, ContributionKind.Topic, "Minder auto’s");

        Assert.Equal(["Meer bomen"], await TopicsAsync(rehearsal));
        Assert.Equal(["Minder auto’s"], await TopicsAsync(meeting));
    }

    private async Task<IEnumerable<string>> TopicsAsync(MeetingRow at) =>
        (await Get<ContributionStore>().TopicsAsync(at.TableId, at.Id, Ct)).Select(topic => topic.Text);

    private async Task<MeetingRow> RehearseAsync() => (await Get<StartRehearsal>().RunAsync(meeting, Ct))!;

    /// <summary>All that can be done in a meeting leaves a row somewhere. Returns the poll, of which the result is released.</summary>
    private async Task<Guid> HoldAsync(MeetingRow rehearsal)
    {
        await OpenAsync(rehearsal);
        var passes = await Get<Passes>().IssueAsync(rehearsal.Id, 4, Ct);
        var poll = (await Get<PollStore>().OfMeetingAsync(rehearsal.Id, Ct)).Single();
        await Get<OpenPoll>().RunAsync(poll.Id, Actor, Ct);
        foreach (var (_, code) in passes)
        {
            var participant = Guid.NewGuid();
            await Get<UsePass>().RunAsync((await Get<Passes>().FindAsync(code, Ct))!, participant);
            await Get<CastVote>().RunAsync(poll.Id, new Voter(rehearsal.Id, participant), [new Choice(0)], attempt: 1);
        }

        await Get<UsePass>().RunAsync((await Get<Passes>().FindAsync(passes[0].Code, Ct))!, Guid.NewGuid()); // moves to another phone
        await Get<ClosePoll>().RunAsync(poll.Id, Actor, Ct);
        await Get<ReleasePoll>().RunAsync(poll.Id, Actor, Ct);
        await Get<RaiseHand>().RunAsync(rehearsal.Id, Guid.NewGuid(), "Anna", Side.Residents, Ct);
        await Get<CountAttendance>().RunAsync(rehearsal.Id, new AttendanceDeed(12, 3), Actor, Ct);
        await SendAsync(rehearsal, ContributionKind.Question, "Wanneer?");
        return poll.Id;
    }

    private async Task SendAsync(MeetingRow at, ContributionKind kind, string text) =>
        Assert.Equal(SendOutcome.Sent, await Get<SendContribution>().RunAsync(await ViewAsync(at), Guid.NewGuid(), kind, text, Ct));

    private async Task OpenAsync(MeetingRow row) =>
        Assert.Equal(MeetingStep.Done, await Get<OpenMeeting>().RunAsync(await ViewAsync(row), Actor, Ct));

    private async Task<MeetingView> ViewAsync(MeetingRow row) => (await Get<MeetingRooms>().FindAsync(row.Id))!.Snapshot.Meeting;

    /// <summary>How many rows each table has.</summary>
    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var table in (await Server.Db.QueryAsync<string>(TablesSql, null, Ct)).Order(StringComparer.Ordinal))
            rows.Add($"{table}: {await Server.Db.FindAsync<long>($"select count(*) from {table}", null, Ct)}");
        Assert.True(rows.Count > 30, "The tables are found.");
        return rows;
    }

    private string TablesSql => !Server.Db.IsPostgres()
        ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'document_terms%'"
        : "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'";

    private T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();

    public sealed class OnSqlite() : RehearsalTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : RehearsalTests(DatabaseKind.Postgres);
}
