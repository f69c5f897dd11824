using Participatie.Core.Polls;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Polls;

public abstract class PassTests(DatabaseKind kind) : HallTests(kind)
{
    private readonly Guid firstPhone = Guid.NewGuid();
    private readonly Guid secondPhone = Guid.NewGuid();

    [Fact]
    public async Task A_binding_poll_takes_no_vote_from_somebody_with_the_code_only()
    {
        var poll = await Hall.OpenPollAsync(binding: true);

        Assert.Equal(Verdict.NotEntitled, (await Hall.VoteAsync(poll, firstPhone, 0)).Verdict);
        Assert.Equal(Verdict.Accepted, (await Hall.VoteAsync(poll, await Hall.NewPassHolderAsync(), 0)).Verdict);
    }

    [Fact]
    public async Task A_pass_on_a_second_phone_moves_there_with_its_one_vote()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        var pass = Hall.TakePass();
        await Hall.UsePassAsync(pass, firstPhone);
        await Hall.VoteAsync(poll, firstPhone, 0, attempt: 1);

        Assert.Equal(PassUse.Held, await Hall.UsePassAsync(pass, secondPhone));

        var own = await Hall.Get<OwnBallots>().FindAsync(poll, secondPhone);
        Assert.Equal(1, own?.Attempt);
        Assert.Equal(Verdict.NotEntitled, (await Hall.VoteAsync(poll, firstPhone, 0, attempt: 2)).Verdict);
        Assert.Equal(Verdict.Changed, (await Hall.VoteAsync(poll, secondPhone, 1, attempt: 2)).Verdict);
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
        Assert.True(await Hall.Get<Passes>().MovedAwayAsync(Hall.MeetingId, firstPhone, Ct));
    }

    [Fact]
    public async Task A_vote_that_was_under_way_when_the_pass_moved_is_not_stored()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        var pass = Hall.TakePass();
        await Hall.UsePassAsync(pass, firstPhone);
        var passId = (await Hall.Get<Passes>().FindAsync(pass, Ct))!.Id;
        await Hall.UsePassAsync(pass, secondPhone);

        var ballot = new CastBallot([1, 2, 3], 1, "0", passId, firstPhone, "phone");
        var verdict = await Hall.Get<BallotBox>().PutAsync(new Slip(poll, Hall.MeetingId, ballot));

        Assert.Equal(Verdict.NotEntitled, verdict);
        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_pass_that_comes_back_to_its_first_phone_votes_there_again()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        var pass = Hall.TakePass();
        await Hall.UsePassAsync(pass, firstPhone);
        await Hall.UsePassAsync(pass, secondPhone);
        await Hall.UsePassAsync(pass, firstPhone);

        Assert.Equal(Verdict.Accepted, (await Hall.VoteAsync(poll, firstPhone, 0)).Verdict);
        Assert.False(await Hall.Get<Passes>().MovedAwayAsync(Hall.MeetingId, firstPhone, Ct));
        Assert.True(await Hall.Get<Passes>().MovedAwayAsync(Hall.MeetingId, secondPhone, Ct));
    }

    [Fact]
    public async Task Of_many_phones_that_take_a_pass_at_once_one_holds_it()
    {
        var pass = Hall.TakePass();
        var row = (await Hall.Get<Passes>().FindAsync(pass, Ct))!;
        var phones = Enumerable.Range(0, 8).Select(_ => Guid.NewGuid()).ToList();

        var uses = await Task.WhenAll(phones.Select(phone => Task.Run(() => Hall.Get<UsePass>().RunAsync(row, phone), Ct)));

        Assert.Single(uses, PassUse.Held);
        Assert.Equal(1, await Hall.Get<SnapshotReader>().CountAdmittedAsync(Hall.MeetingId, Ct));
    }

    [Fact]
    public async Task A_vote_with_the_code_stays_one_vote_when_the_phone_shows_a_pass_later()
    {
        var poll = await Hall.OpenPollAsync();
        var before = await Hall.VoteAsync(poll, firstPhone, 0, attempt: 1);
        await Hall.UsePassAsync(Hall.TakePass(), firstPhone);

        var after = await Hall.VoteAsync(poll, firstPhone, 1, attempt: 2);

        Assert.Equal(Verdict.Accepted, before.Verdict);
        Assert.Equal(Verdict.Changed, after.Verdict);
        Assert.Equal(1, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_pass_that_voted_keeps_its_vote_when_it_moves_to_a_phone_that_voted_with_the_code()
    {
        var poll = await Hall.OpenPollAsync(secret: false);
        var pass = Hall.TakePass();
        await Hall.UsePassAsync(pass, firstPhone);
        await Hall.VoteAsync(poll, firstPhone, 0);
        await Hall.VoteAsync(poll, secondPhone, 1);

        await Hall.UsePassAsync(pass, secondPhone);
        await Hall.CloseAsync(poll);

        Assert.Equal([1, 0, 0], (await Hall.OutcomeAsync(poll))!.Tally.Counts);
    }

    [Fact]
    public async Task A_pass_is_no_entry_to_another_meeting()
    {
        var poll = await Hall.OpenPollAsync(binding: true);
        var elsewhere = await Hall.Server.Db.AddMeetingAsync(DateTimeOffset.UnixEpoch, Ct);
        await Hall.UsePassAsync((await Hall.Get<Passes>().IssueAsync(elsewhere, 1, Ct))[0].Code, firstPhone);

        Assert.Equal(Verdict.NotEntitled, (await Hall.VoteAsync(poll, firstPhone, 0)).Verdict);
    }

    [Fact]
    public async Task Only_a_keyed_hash_of_a_pass_is_kept()
    {
        var pass = Hall.TakePass();

        var kept = await Hall.Server.Db.FindAsync<byte[]>("select code_hash from passes where number = 1", null, Ct);

        Assert.Equal(Codes.PassLength, pass.Length);
        Assert.Equal(32, kept!.Length);
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(pass)), kept);
    }

    public sealed class OnSqlite() : PassTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : PassTests(DatabaseKind.Postgres);
}
