using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;

namespace Participatie.Web.Tests.Polls;

/// <summary>A lost pass, and passes that come too late.</summary>
public abstract class ReplacePassTests(DatabaseKind kind) : HallTests(kind)
{
    private readonly Guid phone = Guid.NewGuid();

    [Fact]
    public async Task The_old_pass_and_its_vote_in_the_open_poll_are_void_and_the_new_one_votes()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);
        var lost = Hall.TakePass();
        await Hall.UsePassAsync(lost, phone);
        await Hall.VoteAsync(poll, phone, 0);

        var (outcome, pass) = await ReplaceAsync(number: 1);

        Assert.Equal(PassReplacement.Done, outcome);
        Assert.Equal(1, pass!.Number);
        Assert.Null(await Hall.Get<Passes>().FindAsync(lost, Ct));
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
        Assert.Equal(Verdict.NotEntitled, (await Hall.VoteAsync(poll, phone, 0, attempt: 2)).Verdict);
        var finder = Guid.NewGuid();
        await Hall.UsePassAsync(pass.Code, finder);
        Assert.Equal(Verdict.Accepted, (await Hall.VoteAsync(poll, finder, 1)).Verdict);
        await Hall.CloseAsync(poll);
        Assert.Equal([0, 1, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
        Assert.Equal(new Electorate(Hall.Entitled, 1), (await Hall.OutcomeAsync(poll))!.Electorate);
    }

    [Fact]
    public async Task The_phone_that_held_the_old_pass_is_told()
    {
        await Hall.UsePassAsync(Hall.TakePass(), phone);

        await ReplaceAsync(number: 1);

        Assert.True(await Hall.Get<Passes>().MovedAwayAsync(Hall.MeetingId, phone, Ct));
    }

    [Fact]
    public async Task A_vote_in_a_poll_that_has_closed_stands()
    {
        var poll = await Hall.OpenPollAsync(binding: true, secret: false);
        await Hall.UsePassAsync(Hall.TakePass(), phone);
        await Hall.VoteAsync(poll, phone, 0);
        await Hall.CloseAsync(poll);

        await ReplaceAsync(number: 1);

        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
        Assert.Equal([1, 0, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task There_is_no_pass_of_another_number()
    {
        Assert.Equal((PassReplacement.Unknown, null), await ReplaceAsync(number: Hall.Entitled + 1));
        Assert.Equal(Hall.Entitled, await Hall.Get<Passes>().CountAsync(Hall.MeetingId, Ct));
    }

    [Fact]
    public async Task Replacing_twice_at_once_leaves_one_pass_of_that_number()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReplaceAsync(number: 1)));

        Assert.All(outcomes, outcome => Assert.Equal(PassReplacement.Done, outcome.Outcome));
        var valid = new List<string>();
        foreach (var (_, pass) in outcomes)
        {
            if (await Hall.Get<Passes>().FindAsync(pass!.Code, Ct) is not null)
                valid.Add(pass.Code);
        }

        Assert.Single(valid);
        Assert.Equal(Hall.Entitled, await Hall.Get<Passes>().CountAsync(Hall.MeetingId, Ct));
    }

    [Fact]
    public async Task The_log_keeps_that_a_pass_was_replaced_and_no_code()
    {
        var (_, pass) = await ReplaceAsync(number: 2);

        var deed = (await Hall.Server.Db.EventsAsync(Hall.MeetingId, Ct))[^1];
        Assert.Equal(Deeds.PassReplaced, deed.Kind);
        Assert.Equal(2, deed.Read<PassDeed>().Number);
        Assert.DoesNotContain(pass!.Code, deed.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_that_is_made_after_a_binding_poll_opened_is_for_the_next_one()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        var late = Assert.Single(await Hall.Get<Passes>().IssueAsync(Hall.MeetingId, 1, Ct));
        await Hall.UsePassAsync(late.Code, phone);

        Assert.Equal(Hall.Entitled + 1, late.Number);
        Assert.Equal(Verdict.NotEntitled, (await Hall.VoteAsync(poll, phone, 0)).Verdict);
        await Hall.CloseAsync(poll);
        Assert.Equal(new Electorate(Hall.Entitled, 0), (await Hall.OutcomeAsync(poll))!.Electorate);
        var next = await Hall.OpenPollAsync(binding: true);
        Assert.Equal(Verdict.Accepted, (await Hall.VoteAsync(next, phone, 0)).Verdict);
    }

    private Task<(PassReplacement Outcome, NewPass? Pass)> ReplaceAsync(int number) =>
        Hall.Get<ReplacePass>().RunAsync(Hall.MeetingId, number, Hall.Facilitator, Ct);

    public sealed class OnSqlite() : ReplacePassTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ReplacePassTests(DatabaseKind.Postgres);
}
