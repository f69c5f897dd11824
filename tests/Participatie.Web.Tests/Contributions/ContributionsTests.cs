using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Web.Accounts;
using Participatie.Web.Contributions;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Contributions;

/// <summary>Residents ask and propose; facilitators let through, answer, or leave out with a reason.</summary>
public abstract class ContributionsTests(DatabaseKind kind) : HallTests(kind)
{
    private const string Question = "Wanneer komt er licht in de tunnel?";
    private const string Topic = "De speeltuin bij de flat";

    private string Questions => $"/m/{Hall.Code}/vragen";

    private string Topics => $"/m/{Hall.Code}/onderwerpen";

    [Fact]
    public async Task Nobody_else_reads_a_question_before_the_facilitator_lets_it_through()
    {
        using var anna = await SendAsync(Questions, Question);
        using var bilal = Hall.Server.NewVisitor();
        Assert.Contains("De begeleider heeft dit nog niet gelezen.", Text(anna), StringComparison.Ordinal);
        await bilal.GetAsync(Questions);
        Assert.DoesNotContain(Question, Text(bilal), StringComparison.Ordinal);

        using var facilitator = await FacilitatorAsync();
        await facilitator.SubmitAsync(form: ".contributions form");

        await bilal.GetAsync(Questions);
        Assert.Contains(Question, Text(bilal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_it_too_counts_once_and_can_take_it_back()
    {
        var id = await SendAsync(ContributionKind.Question, Question);
        await JudgeAsync(id, ContributionState.Shown);
        var bilal = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SupportAsync(id, bilal, supports: true), Ct)));
        await SupportAsync(id, Guid.NewGuid(), supports: true);
        Assert.Equal(2, (await QuestionAsync(id)).Supporters);

        await SupportAsync(id, bilal, supports: false);
        Assert.Equal(1, (await QuestionAsync(id)).Supporters);
    }

    [Fact]
    public async Task Nobody_supports_a_text_of_their_own_or_one_that_nobody_may_read()
    {
        var anna = Guid.NewGuid();
        var id = await SendAsync(ContributionKind.Question, Question, anna);
        await SupportAsync(id, Guid.NewGuid(), supports: true);
        await JudgeAsync(id, ContributionState.Shown);
        await SupportAsync(id, anna, supports: true);

        Assert.Equal(0, (await QuestionAsync(id)).Supporters);
    }

    [Fact]
    public async Task The_most_wanted_question_comes_first()
    {
        var (first, wanted) = (await SendAsync(ContributionKind.Question, "Eerst"), await SendAsync(ContributionKind.Question, "Gewild"));
        await JudgeAsync(first, ContributionState.Shown);
        await JudgeAsync(wanted, ContributionState.Shown);
        await SupportAsync(wanted, Guid.NewGuid(), supports: true);

        Assert.Equal([wanted, first], (await Hall.Get<ContributionStore>().QuestionsAsync(Hall.MeetingId, Ct)).Select(one => one.Id));
    }

    [Fact]
    public async Task A_question_that_is_left_out_tells_its_author_why_and_nobody_else()
    {
        using var anna = await SendAsync(Questions, Question);
        using var bilal = Hall.Server.NewVisitor();
        using var facilitator = await FacilitatorAsync();

        await facilitator.SubmitAsync(form => form.Type("tekst", "Dit gaat over een persoon."), ".contributions form", "button[formaction$=weigeren]");

        await anna.GetAsync(Questions);
        await bilal.GetAsync(Questions);
        Assert.Contains("De reden: Dit gaat over een persoon.", Text(anna), StringComparison.Ordinal);
        Assert.DoesNotContain("persoon", Text(bilal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_out_without_a_reason()
    {
        using var anna = await SendAsync(Questions, Question);
        using var facilitator = await FacilitatorAsync();

        await facilitator.SubmitAsync(form: ".contributions form", button: "button[formaction$=weigeren]");

        Assert.Contains("Schrijf op waarom", facilitator.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ContributionState.Waiting, (await Hall.Get<ContributionStore>().QuestionsAsync(Hall.MeetingId, Ct)).Single().State);
    }

    [Fact]
    public async Task An_answer_stands_with_the_question()
    {
        var id = await SendAsync(ContributionKind.Question, Question);
        await JudgeAsync(id, ContributionState.Accepted, "In maart.");
        using var bilal = Hall.Server.NewVisitor();

        await bilal.GetAsync(Questions);

        Assert.Contains("Het antwoord: In maart.", Text(bilal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_belongs_to_the_table_and_says_why_it_is_not_on_the_agenda()
    {
        var id = await SendAsync(ContributionKind.Topic, Topic);
        await JudgeAsync(id, ContributionState.Shown);
        var next = await Hall.PlanAnotherAsync();
        using var bilal = Hall.Server.NewVisitor();
        await bilal.GetAsync($"/m/{next}/onderwerpen");
        Assert.Contains(Topic, Text(bilal), StringComparison.Ordinal);

        await JudgeAsync(id, ContributionState.Declined, "De gemeente is hier al mee bezig.");

        await bilal.GetAsync($"/m/{next}/onderwerpen");
        Assert.Contains("Dit komt niet op de agenda. De reden: De gemeente is hier al mee bezig.", Text(bilal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_comes_on_the_agenda_once()
    {
        var id = await SendAsync(ContributionKind.Topic, Topic);
        await JudgeAsync(id, ContributionState.Shown);
        using var facilitator = await FacilitatorAsync();
        await facilitator.GetAsync(PlanModel.AddressOf(Hall.MeetingId));

        await facilitator.SubmitAsync(form: "form[action$=agenderen]");
        await facilitator.PostAsync($"/m/{Hall.Code}/inbreng/agenderen", ("inbreng", id.ToString()));

        Assert.Equal(["Bankjes", Topic], (await Hall.Get<AgendaStore>().OfMeetingAsync(Hall.MeetingId, Ct)).Select(item => item.Title));
        using var bilal = Hall.Server.NewVisitor();
        await bilal.GetAsync(Topics);
        Assert.Contains("Dit komt op de agenda.", Text(bilal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("   ", "Schrijf eerst iets op.")]
    [InlineData(null, "Dit is te lang.")]
    public async Task What_cannot_be_sent_says_why_and_keeps_what_was_typed(string? typed, string message)
    {
        using var anna = Hall.Server.NewVisitor();
        await anna.GetAsync(Questions);

        await anna.PostAsync(Questions, ("tekst", typed ?? new string('a', SendContribution.Longest + 1)));

        Assert.Contains(message, Text(anna), StringComparison.Ordinal);
        Assert.Equal(typed?.Trim() ?? new string('a', SendContribution.Longest + 1), anna.Page.QuerySelector("#tekst")!.TextContent);
    }

    [Fact]
    public async Task Who_sends_and_sends_is_asked_to_wait_and_a_closed_meeting_takes_nothing()
    {
        var anna = Guid.NewGuid();
        for (var sent = 0; sent < 5; sent++)
            Assert.Equal(SendOutcome.Sent, await TrySendAsync(anna));
        Assert.Equal(SendOutcome.TooMany, await TrySendAsync(anna));
        Assert.Equal(SendOutcome.Sent, await TrySendAsync(Guid.NewGuid()));

        await Hall.CloseMeetingAsync();
        Assert.Equal(SendOutcome.NotOpen, await TrySendAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task A_facilitator_of_another_table_decides_nothing_here()
    {
        var id = await SendAsync(ContributionKind.Question, Question);

        Assert.False(await Hall.Get<JudgeContribution>().RunAsync(Guid.NewGuid(), Hall.MeetingId, id, ContributionState.Shown, reply: null, Ct));
        Assert.Equal(ContributionState.Waiting, (await QuestionAsync(id)).State);
    }

    private async Task<Visitor> SendAsync(string page, string text)
    {
        var visitor = Hall.Server.NewVisitor();
        await visitor.GetAsync(page);
        await visitor.SubmitAsync(form => form.Type("tekst", text), "form.send");
        Assert.Equal(page, visitor.Path);
        return visitor;
    }

    private async Task<Guid> SendAsync(ContributionKind kind, string text, Guid? author = null)
    {
        var participant = author ?? Guid.NewGuid();
        Assert.Equal(SendOutcome.Sent, await Hall.Get<SendContribution>().RunAsync((await Hall.SnapshotAsync()).Meeting, participant, kind, text, Ct));
        var store = Hall.Get<ContributionStore>();
        var all = kind == ContributionKind.Question ? await store.QuestionsAsync(Hall.MeetingId, Ct) : await store.TopicsAsync(Hall.TableId, Hall.MeetingId, Ct);
        return all.Single(one => one.Author == participant).Id;
    }

    private async Task<SendOutcome> TrySendAsync(Guid participant) => await Hall.Get<SendContribution>().RunAsync(
        (await Hall.SnapshotAsync()).Meeting, participant, ContributionKind.Question, Question, Ct);

    private async Task JudgeAsync(Guid id, ContributionState verdict, string? reply = null) =>
        Assert.True(await Hall.Get<JudgeContribution>().RunAsync(Hall.TableId, Hall.MeetingId, id, verdict, reply, Ct));

    private Task SupportAsync(Guid id, Guid participant, bool supports) =>
        Hall.Get<SupportContribution>().RunAsync(Hall.MeetingId, id, participant, supports, Ct);

    private async Task<Contribution> QuestionAsync(Guid id) =>
        (await Hall.Get<ContributionStore>().QuestionsAsync(Hall.MeetingId, Ct)).Single(one => one.Id == id);

    private async Task<Visitor> FacilitatorAsync()
    {
        var facilitator = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await facilitator.GetAsync($"/m/{Hall.Code}/leiden");
        return facilitator;
    }

    private static string Text(Visitor visitor) => visitor.Page.QuerySelector("main")!.TextContent;

    public sealed class OnSqlite() : ContributionsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ContributionsTests(DatabaseKind.Postgres);
}
