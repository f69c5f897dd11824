using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Polls;

namespace Participatie.Web.Tests.Polls;

public abstract class CastVoteTests(DatabaseKind kind) : HallTests(kind)
{
    private readonly Guid anna = Guid.NewGuid();

    [Fact]
    public async Task A_retry_with_the_same_attempt_gets_the_same_receipt_and_counts_once()
    {
        var poll = await Hall.OpenPollAsync();

        var first = await Hall.VoteAsync(poll, anna, 0);
        var retry = await Hall.VoteAsync(poll, anna, 0);

        Assert.Equal(Verdict.Accepted, first.Verdict);
        Assert.Equal(first, retry);
        Assert.NotNull(first.Receipt);
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_double_tap_that_arrives_at_once_counts_once()
    {
        var poll = await Hall.OpenPollAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Hall.VoteAsync(poll, anna, 0)));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_new_choice_takes_the_place_of_the_old_one_and_keeps_the_receipt()
    {
        var poll = await Hall.OpenPollAsync(secret: false);

        var first = await Hall.VoteAsync(poll, anna, 0, attempt: 1);
        var second = await Hall.VoteAsync(poll, anna, 1, attempt: 2);
        await Hall.CloseAsync(poll);

        Assert.Equal(Verdict.Changed, second.Verdict);
        Assert.Equal(first.Receipt, second.Receipt);
        Assert.Equal([0, 1, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task A_late_retry_never_undoes_a_newer_choice()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        await Hall.VoteAsync(poll, anna, 1, attempt: 2);

        var late = await Hall.VoteAsync(poll, anna, 0, attempt: 1);
        await Hall.CloseAsync(poll);

        Assert.NotNull(late.Receipt);
        Assert.Equal([0, 1, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task Of_choices_that_arrive_at_once_the_newest_counts_whatever_their_order()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        long[] attempts = [3, 1, 5, 2, 4];

        var answers = await Task.WhenAll(attempts.Select(attempt => Hall.VoteAsync(poll, anna, attempt == 5 ? 1 : 0, attempt)));
        await Hall.CloseAsync(poll);

        Assert.Single(answers.Select(answer => answer.Receipt).Distinct());
        Assert.All(answers, answer => Assert.NotNull(answer.Receipt));
        Assert.Equal([0, 1, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task Votes_with_and_without_a_pass_that_arrive_at_once_all_count()
    {
        var poll = await Hall.OpenPollAsync();
        var holder = await Hall.NewPassHolderAsync();

        var answers = await Task.WhenAll(new[] { anna, holder, Guid.NewGuid() }.Select(voter => Hall.VoteAsync(poll, voter, 0)));

        Assert.All(answers, answer => Assert.Equal(Verdict.Accepted, answer.Verdict));
        Assert.Equal(3, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_vote_before_opening_or_after_closing_is_refused()
    {
        var draft = await Hall.AddPollAsync();
        var closed = await Hall.OpenPollAsync();
        await Hall.CloseAsync(closed);

        Assert.Equal(VoteAnswer.Refused(Verdict.Closed), await Hall.VoteAsync(draft, anna, 0));
        Assert.Equal(VoteAnswer.Refused(Verdict.Closed), await Hall.VoteAsync(closed, anna, 0));
        Assert.Equal(VoteAnswer.Refused(Verdict.Closed), await Hall.VoteAsync(Guid.NewGuid(), anna, 0));
    }

    [Fact]
    public async Task A_node_that_has_not_heard_of_the_closing_stores_nothing()
    {
        var poll = await Hall.OpenPollAsync();
        await Hall.VoteAsync(poll, anna, 0);
        await Hall.Server.Db.ExecuteAsync("update polls set state = 'closed' where id = @poll", new { poll }, Ct);

        var answer = await Hall.VoteAsync(poll, Guid.NewGuid(), 0);

        Assert.Equal(Verdict.Closed, answer.Verdict);
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public async Task An_option_that_is_not_on_the_ballot_is_refused(int option)
    {
        var poll = await Hall.OpenPollAsync();

        Assert.Equal(Verdict.InvalidChoice, (await Hall.VoteAsync(poll, anna, option)).Verdict);
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task More_choices_than_allowed_are_refused_and_up_to_that_all_count()
    {
        var poll = await Hall.OpenPollAsync(secret: false, method: new MultipleChoice(2));

        var tooMany = await Hall.Get<CastVote>().RunAsync(poll, new Voter(Hall.MeetingId, anna), [new(0), new(1), new(2)], 1);
        var allowed = await Hall.Get<CastVote>().RunAsync(poll, new Voter(Hall.MeetingId, anna), [new(2), new(0)], 1);
        await Hall.CloseAsync(poll);

        Assert.Equal(Verdict.InvalidChoice, tooMany.Verdict);
        Assert.Equal(Verdict.Accepted, allowed.Verdict);
        Assert.Equal([1, 0, 1], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task A_ballot_that_the_database_refuses_is_not_confirmed_and_the_box_lives_on()
    {
        var poll = await Hall.OpenPollAsync();
        await Hall.Server.Db.ExecuteAsync("alter table ballots rename to elsewhere", null, Ct);
        await Assert.ThrowsAsync<NotStoredException>(() => Hall.VoteAsync(poll, anna, 0));
        await Hall.Server.Db.ExecuteAsync("alter table elsewhere rename to ballots", null, Ct);

        var retry = await Hall.VoteAsync(poll, anna, 0);

        Assert.Equal(Verdict.Accepted, retry.Verdict);
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task Of_200_votes_that_race_the_closing_each_is_confirmed_and_counted_or_refused()
    {
        var poll = await Hall.OpenPollAsync();
        var early = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Hall.VoteAsync(poll, Guid.NewGuid(), 0)));

        var votes = Enumerable.Range(0, 200).Select(turn => Task.Run(async () =>
        {
            await Task.Delay(turn / 4, Ct);
            return await Hall.VoteAsync(poll, Guid.NewGuid(), turn % 3);
        }, Ct)).ToList();
        await Task.Delay(20, Ct);
        Assert.Equal(PollStep.Done, await Hall.CloseAsync(poll));
        var answers = await Task.WhenAll(votes);

        var confirmed = early.Concat(answers).Where(answer => answer.Receipt is not null).ToList();
        var refused = answers.Where(answer => answer == VoteAnswer.Refused(Verdict.Closed)).ToList();
        var outcome = (await Hall.OutcomeAsync(poll))!;
        Assert.Equal(220, confirmed.Count + refused.Count);
        Assert.Equal(confirmed.Count, outcome.Tally.Ballots);
        Assert.Equal(confirmed.Count, outcome.Tally.Counts.Sum());
        Assert.Equal(confirmed.Count, await Hall.CountAsync("counted_ballots", poll));
        var published = await Hall.Server.Db.QueryAsync<string>("select code from receipts where poll_id = @poll", new { poll }, Ct);
        Assert.Equal(confirmed.Select(answer => answer.Receipt).Order(StringComparer.Ordinal), published.Order(StringComparer.Ordinal));
    }

    public sealed class OnSqlite() : CastVoteTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CastVoteTests(DatabaseKind.Postgres);
}
