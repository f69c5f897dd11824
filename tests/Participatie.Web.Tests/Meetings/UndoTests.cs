using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Accounts;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Meetings.Undoing;
using Participatie.Web.Minutes;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Accounts;
using Participatie.Web.Tests.Polls;
using Participatie.Web.Verification;

namespace Participatie.Web.Tests.Meetings;

/// <summary>Whoever pressed the wrong button goes back, as long as nothing came of it.</summary>
public abstract class UndoTests(DatabaseKind kind) : HallTests(kind)
{
    [Fact]
    public async Task An_item_that_was_started_by_mistake_goes_off_the_table_and_the_one_before_comes_back()
    {
        var next = await Hall.AddItemAsync("Rondvraag");
        await Hall.Get<StartItem>().RunAsync(Hall.MeetingId, next, Hall.Facilitator, Ct);

        Assert.Equal(MeetingStep.Done, await UndoAsync());

        var snapshot = await Hall.SnapshotAsync();
        Assert.Equal(Hall.ItemId, snapshot.Item!.Id);
        Assert.Null(snapshot.Agenda.Single(item => item.Id == next).StartedAt);
        Assert.True(await Hall.Get<AgendaStore>().RemoveAsync(next, Ct)); // it never happened
    }

    [Fact]
    public async Task Going_back_to_an_item_and_undoing_that_keeps_when_it_first_began()
    {
        var first = (await Hall.SnapshotAsync()).Item!.StartedAt;
        await Hall.Get<StartItem>().RunAsync(Hall.MeetingId, await Hall.AddItemAsync("Rondvraag"), Hall.Facilitator, Ct);
        await Hall.Get<StartItem>().RunAsync(Hall.MeetingId, Hall.ItemId, Hall.Facilitator, Ct);

        await UndoAsync();
        await UndoAsync();

        Assert.Equal(first!.Value, (await Hall.SnapshotAsync()).Item!.StartedAt!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task A_poll_that_nobody_voted_in_can_be_changed_again_and_counts_from_scratch()
    {
        var (before, poll) = (await Hall.AddPollAsync(), await Hall.OpenPollAsync());

        Assert.Equal(MeetingStep.Done, await UndoAsync());

        Assert.Equal(Verdict.Closed, (await Hall.VoteAsync(poll, Guid.NewGuid(), 0)).Verdict);
        var drafts = await Hall.Get<PollStore>().OfMeetingAsync(Hall.MeetingId, Ct);
        Assert.Equal([before, drafts[^1].Id], drafts.Select(draft => draft.Id));
        Assert.All(drafts, draft => Assert.Equal(PollState.Draft, draft.Rules.State));
        Assert.Equal(PollStep.Done, await Hall.Get<OpenPoll>().RunAsync(drafts[^1].Id, Hall.Facilitator, Ct));
        Assert.Equal(Verdict.Accepted, (await Hall.VoteAsync(drafts[^1].Id, Guid.NewGuid(), 0)).Verdict);
        Assert.Equal(PollStep.Done, await Hall.CloseAsync(drafts[^1].Id));
        Assert.Empty((await Hall.Get<Verify>().RunAsync(Ct)).Faults);
        Assert.Equal([drafts[^1].Id], (await StoryAsync()).Polls.Select(story => story.Rules.PollId));
    }

    [Fact]
    public async Task A_poll_stays_open_once_somebody_voted()
    {
        var poll = await Hall.OpenPollAsync();
        var step = (await FindAsync())!.Number;
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);

        Assert.Null(await FindAsync());
        Assert.Equal(MeetingStep.CannotUndo, await Hall.Get<UndoStep>().RunAsync(Hall.MeetingId, step, Hall.Facilitator, Ct));
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_vote_that_arrives_while_the_opening_is_taken_back_is_stored_or_refused_but_never_lost()
    {
        for (var round = 0; round < 5; round++)
        {
            var poll = await Hall.OpenPollAsync();
            var step = (await FindAsync())!.Number;

            var vote = Task.Run(() => Hall.VoteAsync(poll, Guid.NewGuid(), 0), Ct);
            var undo = Task.Run(() => Hall.Get<UndoStep>().RunAsync(Hall.MeetingId, step, Hall.Facilitator, Ct), Ct);

            Assert.Equal(await undo == MeetingStep.Done ? Verdict.Closed : Verdict.Accepted, (await vote).Verdict);
            Assert.Equal(await undo == MeetingStep.Done ? 0 : 1, await Hall.CountAsync("ballots", poll));
            await Hall.CloseAsync(poll);
        }
    }

    [Fact]
    public async Task What_was_counted_or_shown_is_not_taken_back()
    {
        var poll = await Hall.OpenPollAsync();
        await Hall.CloseAsync(poll);
        Assert.Null(await FindAsync());

        await Hall.ReleaseAsync(poll);
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_meeting_that_was_closed_too_early_goes_on_until_its_minutes_are_shared()
    {
        await Hall.CloseMeetingAsync();
        Assert.Equal(MeetingStep.Done, await UndoAsync());
        Assert.Equal(MeetingState.Open, (await Hall.SnapshotAsync()).Meeting.State);
        Assert.Null((await StoryAsync()).Closed);

        await Hall.CloseMeetingAsync();
        await Hall.Minutes.ShareAsync("# Verslag\n\nWe waren er.\n");
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task Steps_are_taken_back_one_after_another_to_the_very_first()
    {
        await UndoAsync();
        await UndoAsync();

        Assert.Equal(MeetingState.Planned, (await Hall.SnapshotAsync()).Meeting.State);
        Assert.Null(await FindAsync());
        Assert.Null((await StoryAsync()).Opened);
        Assert.Empty((await StoryAsync()).Items);
    }

    [Fact]
    public async Task Two_facilitators_who_press_at_once_take_back_one_step()
    {
        var step = (await FindAsync())!.Number;

        var undone = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => Task.Run(() => Hall.Get<UndoStep>().RunAsync(Hall.MeetingId, step, Hall.Facilitator, Ct), Ct)));

        Assert.Single(undone, MeetingStep.Done);
        Assert.Equal(3, undone.Count(outcome => outcome == MeetingStep.TooLate));
    }

    [Fact]
    public async Task The_console_offers_it_and_says_what_happens()
    {
        using var samira = await Hall.Server.SignInAsync(StaffRole.Facilitator, Hall.TableId);
        await samira.GetAsync($"/m/{Hall.Code}/leiden");

        await samira.SubmitAsync(form: "form[action$='handler=Undo']");
        Assert.Equal("Bijeenkomst toch nog niet openen", samira.Page.QuerySelector("form[action$='handler=Undo'] button")!.TextContent.Trim());
        Assert.Equal("Verder met: Bankjes", samira.Page.QuerySelector("button.next")!.TextContent);
    }

    private Task<UndoableStep?> FindAsync() => Hall.Get<UndoStep>().FindAsync(Hall.MeetingId, Ct);

    private async Task<MeetingStep> UndoAsync() =>
        await Hall.Get<UndoStep>().RunAsync(Hall.MeetingId, (await FindAsync())!.Number, Hall.Facilitator, Ct);

    private async Task<MeetingStory> StoryAsync() => MeetingStory.Of(await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct));

    public sealed class OnSqlite() : UndoTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : UndoTests(DatabaseKind.Postgres);
}
