using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Polls;
using Participatie.Web.Polls.Doors;

namespace Participatie.Web.Tests.Polls;

/// <summary>Paper ballots and raised hands, entered by one member of staff and confirmed by another.</summary>
public abstract class CountByHandTests(DatabaseKind kind) : HallTests(kind)
{
    private static readonly Counter Samira = new(Guid.NewGuid(), "Samira");
    private static readonly Counter Joost = new(Guid.NewGuid(), "Joost");

    [Fact]
    public async Task Paper_counts_with_phones_each_door_apart_once_somebody_else_has_confirmed_it()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        await Hall.VoteAsync(poll, await Hall.NewPassHolderAsync(), 1);

        Assert.Equal(BallotEntry.Done, (await PaperAsync(poll, [Hall.TakePass(), Hall.TakePass(), Hall.TakePass()], 0, 0, 2)).Outcome);

        Assert.Equal(PollStep.StackUnconfirmed, await Hall.CloseAsync(poll));
        Assert.Equal(StackStep.Done, await ConfirmAsync(poll, Joost));
        Assert.Equal(PollStep.Done, await Hall.CloseAsync(poll));
        var outcome = (await Hall.OutcomeAsync(poll))!;
        Assert.Equal([2, 1, 1], outcome.Tally.Counts);
        Assert.Equal(new Dictionary<Channel, int> { [Channel.Phone] = 1, [Channel.Paper] = 3 }, outcome.Channels);
        Assert.Equal(new Electorate(Hall.Entitled, Present: 4), outcome.Electorate);
    }

    [Fact]
    public async Task Nobody_confirms_what_they_entered_themselves()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        await PaperAsync(poll, [Hall.TakePass()], 0);

        Assert.Equal(StackStep.SamePerson, await ConfirmAsync(poll, Samira));
        Assert.Equal(PollStep.StackUnconfirmed, await Hall.CloseAsync(poll));
    }

    [Fact]
    public async Task A_pass_that_voted_on_paper_cannot_vote_by_phone_and_hears_why()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);
        var (pass, phone) = (Hall.TakePass(), Guid.NewGuid());
        await PaperAsync(poll, [pass], 0);

        await Hall.UsePassAsync(pass, phone);

        Assert.Equal(Verdict.VotedOnPaper, (await Hall.VoteAsync(poll, phone, 1)).Verdict);
        Assert.Empty((await Hall.Get<OwnBallots>().FindAsync(poll, phone))!.Choices);
        await ConfirmAsync(poll, Joost);
        await Hall.CloseAsync(poll);
        Assert.Equal([1, 0, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task A_pass_that_voted_by_phone_cannot_vote_on_paper_and_nothing_of_that_stack_is_kept()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);
        var (pass, other, phone) = (Hall.TakePass(), Hall.TakePass(), Guid.NewGuid());
        await Hall.UsePassAsync(pass, phone);
        await Hall.VoteAsync(poll, phone, 1);

        var answer = await PaperAsync(poll, [other, pass], 0, 0);

        Assert.Equal((BallotEntry.VotedAlready, pass), (answer.Outcome, Assert.Single(answer.Passes)));
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
        Assert.Empty(await Hall.Get<Stacks>().OfPollAsync(poll, Ct));
    }

    [Fact]
    public async Task Of_a_phone_and_paper_at_the_same_moment_one_counts()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);
        var (pass, phone) = (Hall.TakePass(), Guid.NewGuid());
        await Hall.UsePassAsync(pass, phone);

        var vote = Hall.VoteAsync(poll, phone, 1);
        var paper = PaperAsync(poll, [pass], 0);

        Assert.True((await vote).Verdict == Verdict.Accepted ^ (await paper).Outcome == BallotEntry.Done);
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task Passes_that_do_not_exist_are_named_and_so_are_those_typed_twice()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        var pass = Hall.TakePass();
        var late = Assert.Single(await Hall.Get<Passes>().IssueAsync(Hall.MeetingId, 1, Ct)).Code;

        var answer = await PaperAsync(poll, ["AAAAAAAA", pass, pass, late], 0, 0, 0, 0);

        Assert.Equal(BallotEntry.UnknownPasses, answer.Outcome);
        Assert.Equal(["AAAAAAAA", pass, late], answer.Passes);
    }

    [Fact]
    public async Task What_was_entered_wrongly_is_taken_out_and_entered_again()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);
        var pass = Hall.TakePass();
        await PaperAsync(poll, [pass], 0);

        Assert.Equal(StackStep.Done, await RemoveAsync(poll));

        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
        Assert.Equal(BallotEntry.Done, (await PaperAsync(poll, [pass], 1)).Outcome);
    }

    [Fact]
    public async Task Rankings_are_entered_ballot_by_ballot_into_one_stack_and_checked_in_piles()
    {
        var poll = await Hall.OpenPollAsync(binding: true, method: new InstantRunoff());
        foreach (var pass in new[] { Hall.TakePass(), Hall.TakePass() })
            await Hall.Get<EnterBallots>().PaperAsync(poll, [pass], [[new Choice(2, 1), new Choice(0, 2)]], Samira, Ct);

        Assert.Equal(2, Assert.Single(await Hall.Get<Stacks>().OfPollAsync(poll, Ct)).Ballots);
        Assert.Equal(("0:2,2:1", 2), Assert.Single(await Hall.Get<Stacks>().PilesAsync(poll, Ct)) is var pile ? (pile.Choices, pile.Height) : default);
        await ConfirmAsync(poll, Joost);
        Assert.Empty(await Hall.Get<Stacks>().PilesAsync(poll, Ct));
    }

    [Fact]
    public async Task Hands_come_last_nobody_votes_by_phone_after_them()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);
        var (early, late) = (await Hall.NewPassHolderAsync(), await Hall.NewPassHolderAsync());
        await Hall.VoteAsync(poll, early, 1);

        Assert.Equal(BallotEntry.Done, (await HandsAsync(poll, 0, 0)).Outcome);

        Assert.False((await Hall.SnapshotAsync()).Poll!.TakesVotes);
        Assert.Equal(Verdict.Closed, (await Hall.VoteAsync(poll, late, 1)).Verdict);
        Assert.Equal(BallotEntry.Closed, (await HandsAsync(poll, 0)).Outcome);
        await ConfirmAsync(poll, Joost);
        await Hall.CloseAsync(poll);
        var outcome = (await Hall.OutcomeAsync(poll))!;
        Assert.Equal([2, 1, 0], outcome.Tally.Counts);
        Assert.Equal(2, outcome.Channels[Channel.Hands]);
        Assert.Equal(new Electorate(Hall.Entitled, Present: 4), outcome.Electorate);
    }

    [Fact]
    public async Task There_are_never_more_hands_than_people_who_may_still_vote()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);
        await Hall.VoteAsync(poll, await Hall.NewPassHolderAsync(), 1);

        Assert.Equal(BallotEntry.TooManyHands, (await HandsAsync(poll, [.. Enumerable.Repeat(0, Hall.Entitled)])).Outcome);
        Assert.Equal(BallotEntry.Done, (await HandsAsync(poll, [.. Enumerable.Repeat(0, Hall.Entitled - 1)])).Outcome);
    }

    [Fact]
    public async Task A_secret_poll_has_no_raised_hands()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: true);

        Assert.Equal(BallotEntry.SecretPoll, (await HandsAsync(poll, 0)).Outcome);
    }

    [Fact]
    public async Task When_the_hands_are_taken_out_phones_vote_again()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        await HandsAsync(poll, 0);

        await RemoveAsync(poll);

        Assert.Equal(Verdict.Accepted, (await Hall.VoteAsync(poll, Guid.NewGuid(), 1)).Verdict);
    }

    [Fact]
    public async Task A_lost_pass_that_voted_on_paper_is_not_replaced_while_the_poll_is_open()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        await PaperAsync(poll, [Hall.TakePass()], 0);

        Assert.Equal((PassReplacement.VotedOnPaper, null), await Hall.Get<ReplacePass>().RunAsync(Hall.MeetingId, 1, Hall.Facilitator, Ct));
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
    }

    private Task<EntryAnswer> PaperAsync(Guid poll, string[] passes, params int[] options) =>
        Hall.Get<EnterBallots>().PaperAsync(poll, passes, Ballots(options), Samira, Ct);

    private Task<EntryAnswer> HandsAsync(Guid poll, params int[] options) =>
        Hall.Get<EnterBallots>().HandsAsync(poll, Ballots(options), Samira, Ct);

    private async Task<StackStep> ConfirmAsync(Guid poll, Counter counter) =>
        await Hall.Get<CheckBallots>().ConfirmAsync(poll, Assert.Single(await Hall.Get<Stacks>().OfPollAsync(poll, Ct)).Id, counter, Ct);

    private async Task<StackStep> RemoveAsync(Guid poll) =>
        await Hall.Get<CheckBallots>().RemoveAsync(poll, Assert.Single(await Hall.Get<Stacks>().OfPollAsync(poll, Ct)).Id, Samira, Ct);

    private static IReadOnlyList<IReadOnlyList<Choice>> Ballots(int[] options) => [.. options.Select(option => (IReadOnlyList<Choice>)[new Choice(option)])];

    public sealed class OnSqlite() : CountByHandTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CountByHandTests(DatabaseKind.Postgres);
}
