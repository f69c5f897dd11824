using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;

namespace Participatie.Web.Tests.Polls;

/// <summary>Opening, closing and releasing.</summary>
public abstract class RunPollTests(DatabaseKind kind) : HallTests(kind)
{
    [Fact]
    public async Task Two_facilitators_who_open_at_once_open_it_once()
    {
        var poll = await Hall.AddPollAsync();

        var steps = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct), Ct)));

        Assert.Single(steps, PollStep.Done);
        Assert.Equal(1, await Hall.CountAsync("ballot_secrets", poll));
        Assert.Single(await EventsAsync(Deeds.PollOpened));
    }

    [Fact]
    public async Task A_second_poll_waits_until_the_first_is_closed()
    {
        var first = await Hall.OpenPollAsync();
        var second = await Hall.AddPollAsync();

        Assert.Equal(PollStep.AnotherIsOpen, await Hall.Get<OpenPoll>().RunAsync(second, Hall.Facilitator, Ct));
        await Hall.CloseAsync(first);
        Assert.Equal(PollStep.Done, await Hall.Get<OpenPoll>().RunAsync(second, Hall.Facilitator, Ct));
    }

    [Fact]
    public async Task Opening_a_poll_puts_its_item_on_the_table()
    {
        var item = await Hall.AddItemAsync("Speeltuin");
        var poll = await Hall.AddPollAsync(itemId: item);

        Assert.Equal(PollStep.Done, await Hall.Get<OpenPoll>().RunAsync(poll, Hall.Facilitator, Ct));

        var snapshot = await Hall.SnapshotAsync();
        Assert.Equal(item, snapshot.Item?.Id);
        Assert.Equal(poll, snapshot.Poll?.Id);
    }

    [Fact]
    public async Task No_item_starts_and_no_meeting_closes_while_people_vote()
    {
        var item = await Hall.AddItemAsync("Speeltuin");
        await Hall.OpenPollAsync();
        var meeting = (await Hall.SnapshotAsync()).Meeting;

        Assert.Equal(MeetingStep.PollIsOpen, await Hall.Get<StartItem>().RunAsync(meeting.Id, item, Hall.Facilitator, Ct));
        Assert.Equal(MeetingStep.PollIsOpen, await Hall.Get<CloseMeeting>().RunAsync(meeting, Hall.Facilitator, Ct));
    }

    [Fact]
    public async Task The_rules_freeze_when_voting_opens()
    {
        var poll = await Hall.OpenPollAsync();
        var other = new PollPlan("Iets anders?", new SingleChoice(), ["Dit", "Dat"], Binding: true, Secret: false);

        Assert.False(await Hall.Get<PollStore>().ChangeAsync(poll, other, Ct));
        Assert.False(await Hall.Get<PollStore>().RemoveAsync(poll, Ct));

        var kept = (await Hall.Get<PollStore>().FindAsync(poll, Ct))!;
        Assert.Equal("Komen er bankjes?", kept.Question);
        Assert.Equal(Hall.YesNo, kept.Rules.Options);
    }

    [Fact]
    public async Task The_counts_reach_nobody_before_the_release()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        await Hall.VoteAsync(poll, Guid.NewGuid(), 0);
        Assert.Null((await Hall.SnapshotAsync()).Poll!.Counts);

        await Hall.CloseAsync(poll);
        var closed = (await Hall.SnapshotAsync()).Poll!;
        Assert.Equal(1, closed.Ballots);
        Assert.Null(closed.Counts);
        Assert.Null(closed.Outcome);

        await Hall.Get<ReleasePoll>().RunAsync(poll, Hall.Facilitator, Ct);
        var released = (await Hall.SnapshotAsync()).Poll!;
        Assert.Equal(1, released.Counts![0]);
        Assert.Equal(Result.Adopted, released.Outcome!.Result);
    }

    [Fact]
    public async Task A_poll_is_released_once_and_only_after_closing()
    {
        var poll = await Hall.OpenPollAsync();
        Assert.Equal(PollStep.TooLate, await Hall.Get<ReleasePoll>().RunAsync(poll, Hall.Facilitator, Ct));
        await Hall.CloseAsync(poll);
        Assert.Equal(PollStep.Done, await Hall.Get<ReleasePoll>().RunAsync(poll, Hall.Facilitator, Ct));
        Assert.Equal(PollStep.TooLate, await Hall.Get<ReleasePoll>().RunAsync(poll, Hall.Facilitator, Ct));
    }

    [Fact]
    public async Task The_log_tells_the_rules_and_the_outcome_and_nothing_of_who_voted()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        var voter = await Hall.NewPassHolderAsync();
        var answer = await Hall.VoteAsync(poll, voter, 0);
        await Hall.CloseAsync(poll);

        var events = await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct);
        Assert.Null(EventLog.FirstBroken(events));
        Assert.Equal(1, events[^1].Read<PollDeed>().Outcome!.Tally.Ballots);
        Assert.DoesNotContain(events, entry => entry.Data.Contains(voter.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(events, entry => entry.Data.Contains(answer.Receipt!, StringComparison.Ordinal));
    }

    private async Task<IEnumerable<Event>> EventsAsync(string deed) =>
        (await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct)).Where(entry => string.Equals(entry.Kind, deed, StringComparison.Ordinal));

    public sealed class OnSqlite() : RunPollTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : RunPollTests(DatabaseKind.Postgres);
}
