using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Planning;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Meetings;

/// <summary>What a facilitator starts from: a template, an earlier meeting, an example of a question.</summary>
public sealed class TemplateTests() : HallTests(DatabaseKind.Sqlite)
{
    private Visitor? samira;

    private Visitor Samira => samira!;

    private string NewMeeting => $"/beheer/bijeenkomsten/nieuw?tafel={Hall.TableId}";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
    }

    public override async ValueTask DisposeAsync()
    {
        samira?.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Every_template_becomes_a_meeting_with_its_agenda_and_drafts_of_its_polls()
    {
        foreach (var template in Hall.Get<MeetingTemplates>().All)
        {
            var id = await PlanAsync(template.Key);

            Assert.Equal(template.Agenda.Select(item => item.Plan), (await Hall.Get<AgendaStore>().OfMeetingAsync(id, Ct)).Select(item => item.ToPlan()));
            var polls = await Hall.Get<PollStore>().OfMeetingAsync(id, Ct);
            Assert.Equal(template.Agenda.SelectMany(item => item.Polls).Select(poll => poll.Question).Order(), polls.Select(poll => poll.Question).Order());
            Assert.All(polls, poll => Assert.Equal(PollState.Draft, poll.Rules.State));
        }
    }

    [Fact]
    public async Task A_template_fits_in_an_evening_and_says_how_long_it_takes()
    {
        await Samira.GetAsync(NewMeeting);

        Assert.All(Hall.Get<MeetingTemplates>().All, template => Assert.InRange(template.Minutes, 60, 120));
        Assert.Contains("Gewone wijktafel (6 punten, 90 minuten)", Samira.Page.QuerySelector("#begin")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_of_the_table_is_a_template_too()
    {
        await Hall.AddPollAsync(binding: true);

        var id = await PlanAsync(Hall.MeetingId.ToString());

        Assert.Equal("Bankjes", Assert.Single(await Hall.Get<AgendaStore>().OfMeetingAsync(id, Ct)).Title);
        Assert.Equal("Komen er bankjes?", Assert.Single(await Hall.Get<PollStore>().OfMeetingAsync(id, Ct)).Question);
    }

    [Fact]
    public async Task Who_begins_with_nothing_gets_an_empty_agenda() => Assert.Empty(await Hall.Get<AgendaStore>().OfMeetingAsync(await PlanAsync(""), Ct));

    [Theory]
    [InlineData("onzin")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    public async Task What_is_not_there_cannot_be_begun_with(string begin)
    {
        await Samira.GetAsync(NewMeeting);

        await Samira.PostAsync(NewMeeting, ("begin", begin), ("Input.Title", "Het park"), ("Input.Place", "De Boog"), ("Input.StartsAt", "2027-01-12T19:30"));

        Assert.Equal("Kies waar je mee begint.", Samira.Page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("Het park", Samira.Page.QuerySelector<IHtmlInputElement>("[name='Input.Title']")!.Value);
    }

    [Fact]
    public async Task A_chosen_template_stays_chosen_when_something_else_is_wrong()
    {
        await Samira.GetAsync($"{NewMeeting}&begin=wijkbudget");

        await Samira.SubmitAsync(form => form.Type("Input.Title", ""));

        Assert.Equal("wijkbudget", Samira.Page.QuerySelector<IHtmlSelectElement>("#begin")!.Value);
    }

    [Fact]
    public async Task Every_example_of_a_question_fills_in_a_form_that_can_be_kept_as_it_is()
    {
        var address = $"/beheer/punten/{Hall.ItemId}/peilingen";
        foreach (var beginning in Hall.Get<PollBeginnings>().All)
        {
            await Samira.GetAsync(address);
            await Samira.GetAsync(Samira.Page.QuerySelector($"a[href$='begin={beginning.Key}']")!.GetAttribute("href")!);
            Assert.Equal(beginning.Form.Question, Samira.Page.QuerySelector<IHtmlInputElement>("[name='Input.Question']")!.Value);

            await Samira.SubmitAsync(button: "button");

            Assert.Equal($"/beheer/bijeenkomsten/{Hall.MeetingId}", Samira.Path);
        }

        var kept = await Hall.Get<PollStore>().OfMeetingAsync(Hall.MeetingId, Ct);
        Assert.Equal(Hall.Get<PollBeginnings>().All.Select(beginning => beginning.Form.Method), kept.Select(poll => poll.Rules.Method.Name));
    }

    [Fact]
    public async Task An_unknown_example_is_an_empty_form_and_a_question_that_is_there_shows_no_examples()
    {
        await Samira.GetAsync($"/beheer/punten/{Hall.ItemId}/peilingen?begin=onzin");
        Assert.Equal(HttpStatusCode.OK, Samira.Status);
        Assert.Equal("", Samira.Page.QuerySelector<IHtmlInputElement>("[name='Input.Question']")!.Value);

        await Samira.GetAsync($"/beheer/punten/{Hall.ItemId}/peilingen/{await Hall.AddPollAsync()}?begin=stippen");
        Assert.Equal("Komen er bankjes?", Samira.Page.QuerySelector<IHtmlInputElement>("[name='Input.Question']")!.Value);
        Assert.Null(Samira.Page.QuerySelector("a[href*='begin=']"));
    }

    private async Task<Guid> PlanAsync(string begin)
    {
        await Samira.GetAsync(NewMeeting);
        await Samira.SubmitAsync(form =>
        {
            form.Pick("begin", begin);
            form.Type("Input.Title", "Het park");
            form.Type("Input.Place", "De Boog");
        });
        return Guid.Parse(Samira.Path.Split('/')[^1]);
    }
}
