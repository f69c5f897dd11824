using Microsoft.Extensions.DependencyInjection;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Reading;
using Participatie.Web.Tests.Accounts;

namespace Participatie.Web.Tests.Meetings;

/// <summary>A meeting that does not go on, and one that does after all.</summary>
public abstract class CancelMeetingTests(DatabaseKind kind) : ServerTests(kind)
{
    private const string Actor = "Samira";
    private const string Reason = "De zaal is niet vrij.";

    private Evening evening = null!;

    private string CancelPage => $"/beheer/bijeenkomsten/{evening.MeetingId}/afzeggen";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        evening = await Evening.PlanAsync(Server);
    }

    [Fact]
    public async Task Every_page_that_names_a_cancelled_meeting_says_that_it_does_not_go_on_and_why()
    {
        Assert.Equal(MeetingStep.Done, await CancelAsync($" {Reason} "));

        foreach (var path in (string[])["/", "/wijken/utrecht-overvecht", $"/tafels/{Evening.TableSlug}", $"/bijeenkomsten/{evening.MeetingId}", $"/m/{evening.Code}", $"/m/{evening.Code}/scherm"])
        {
            var said = (await Visitor.GetAsync(path)).QuerySelector("main")!.TextContent;
            Assert.Contains("gaat niet door", said, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(Reason, said, StringComparison.Ordinal);
            Assert.DoesNotContain("Hoe doe je mee?", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_joins_a_cancelled_meeting_by_its_code_reads_why_it_does_not_go_on()
    {
        await CancelAsync(Reason);
        using var anna = new Resident(Server);

        await anna.TypeCodeAsync(evening.Code);

        Assert.Equal("Cancelled", anna.Sees);
        Assert.Contains("Deze bijeenkomst gaat niet door", anna.Reads, StringComparison.Ordinal);
        Assert.Equal(Reason, anna.Phone.Page.QuerySelector("[data-slot=cancellation]")!.TextContent);
    }

    [Fact]
    public async Task The_link_of_a_pass_says_that_the_meeting_does_not_go_on()
    {
        var pass = (await Get<Web.Polls.Passes>().IssueAsync(evening.MeetingId, 1, Ct))[0];
        await CancelAsync(Reason);

        await Visitor.GetAsync($"/p/{pass.Code}");

        Assert.Contains(Reason, Visitor.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Without_a_reason_nothing_is_cancelled(string? reason)
    {
        Assert.Equal(MeetingStep.ReasonNeeded, await CancelAsync(reason));
        Assert.Equal(MeetingStep.ReasonNeeded, await CancelAsync(new string('x', CancelMeeting.LongestReason + 1)));

        Assert.Null((await ViewAsync()).Cancellation);
        Assert.Empty(await Server.Db.EventsAsync(evening.MeetingId, Ct));
    }

    [Fact]
    public async Task A_cancelled_meeting_opens_only_after_it_was_put_back()
    {
        await CancelAsync(Reason);
        Assert.Equal(MeetingStep.Cancelled, await OpenAsync());

        Assert.Equal(MeetingStep.Done, await ReinstateAsync());

        Assert.Null((await ViewAsync()).Cancellation);
        Assert.Equal(MeetingStep.Done, await OpenAsync());
    }

    [Fact]
    public async Task A_meeting_that_was_opened_is_not_cancelled_nor_one_that_is_over()
    {
        await evening.OpenAsync();
        Assert.Equal(MeetingStep.TooLate, await CancelAsync(Reason));

        await evening.CloseAsync();
        Assert.Equal(MeetingStep.TooLate, await CancelAsync(Reason));
        Assert.Equal(MeetingStep.TooLate, await ReinstateAsync());
        Assert.Equal(MeetingStep.TooLate, await Get<CancelMeeting>().RunAsync(Guid.NewGuid(), Reason, Actor, Ct));
    }

    [Fact]
    public async Task Of_those_who_open_and_cancel_at_once_one_wins()
    {
        var steps = await Task.WhenAll(Enumerable.Range(0, 10).Select(turn => turn % 2 == 0 ? CancelAsync(Reason) : OpenAsync()));

        Assert.Single(steps, MeetingStep.Done);
        Assert.Single(await Server.Db.EventsAsync(evening.MeetingId, Ct));
    }

    [Fact]
    public async Task The_log_keeps_that_a_meeting_was_cancelled_and_put_back()
    {
        await CancelAsync(Reason);
        await ReinstateAsync();

        var events = await Server.Db.EventsAsync(evening.MeetingId, Ct);

        Assert.Equal([Deeds.MeetingCancelled, Deeds.MeetingReinstated], events.Select(deed => deed.Kind));
        Assert.Equal(Reason, events[0].Read<CancellationDeed>().Reason);
        Assert.Null(EventLog.FirstBroken(events));
    }

    [Fact]
    public async Task A_facilitator_cancels_with_a_reason_and_lets_the_meeting_go_on_after_all()
    {
        using var samira = await Server.SignInAsync(StaffRole.Facilitator, await TableAsync());
        await samira.GetAsync($"/beheer/bijeenkomsten/{evening.MeetingId}");
        await samira.GetAsync(samira.Page.QuerySelector("a[href$='/afzeggen']")!.GetAttribute("href")!);

        await samira.SubmitAsync(form => form.Type("Input.Reason", " "));
        Assert.Equal("Schrijf op waarom de bijeenkomst niet doorgaat.", samira.Page.QuerySelector(".utrecht-form-field-error-message")!.TextContent);
        await samira.SubmitAsync(form => form.Type("Input.Reason", Reason));
        Assert.Contains(Reason, samira.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        await samira.GetAsync("/beheer");
        Assert.Equal("Gaat niet door", samira.Page.QuerySelector(".badge")!.TextContent);

        await samira.GetAsync($"/m/{evening.Code}/leiden");
        Assert.Contains(Reason, samira.Page.QuerySelector(".step .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(samira.Page.QuerySelector("button.next"));

        await samira.GetAsync(CancelPage);
        await samira.SubmitAsync();
        Assert.Null(samira.Page.QuerySelector(".notice"));
        Assert.Null((await ViewAsync()).Cancellation);
    }

    [Fact]
    public async Task A_facilitator_who_comes_too_late_reads_how_things_are()
    {
        using var samira = await Server.SignInAsync(StaffRole.Facilitator, await TableAsync());
        await samira.GetAsync(CancelPage);
        await evening.OpenAsync();

        await samira.SubmitAsync(form => form.Type("Input.Reason", Reason));

        Assert.Contains("Iemand anders was je voor.", samira.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(samira.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Only_a_facilitator_of_the_table_cancels()
    {
        using var wim = await Server.SignInAsync(StaffRole.MinuteTaker, await TableAsync());

        await wim.GetAsync(CancelPage);

        Assert.Null(wim.Page.QuerySelector("[name='Input.Reason']"));
        await Visitor.GetAsync(CancelPage);
        Assert.StartsWith("/inloggen", Visitor.Path, StringComparison.Ordinal);
    }

    private Task<MeetingStep> CancelAsync(string? reason) => Get<CancelMeeting>().RunAsync(evening.MeetingId, reason, Actor, Ct);

    private Task<MeetingStep> ReinstateAsync() => Get<ReinstateMeeting>().RunAsync(evening.MeetingId, Actor, Ct);

    private async Task<MeetingStep> OpenAsync() => await Get<OpenMeeting>().RunAsync(await ViewAsync(), Actor, Ct);

    private async Task<MeetingView> ViewAsync() => (await Get<MeetingRooms>().FindAsync(evening.MeetingId))!.Snapshot.Meeting;

    private async Task<Guid> TableAsync() => (await Get<PublicPlaces>().FindTableAsync(Evening.TableSlug, Ct))!.Id;

    private T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();

    public sealed class OnSqlite() : CancelMeetingTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CancelMeetingTests(DatabaseKind.Postgres);
}
