using System.Text.Json;
using Participatie.Testing.Databases;
using Participatie.Testing.Http;
using Participatie.Testing.Hub;
using Participatie.Web.Data;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Live;

/// <summary>The hub as a program outside knows it: names and shapes of contract.md.</summary>
public abstract class MeetingHubTests(DatabaseKind kind) : HallTests(kind)
{
    [Fact]
    public async Task Whoever_joins_gets_the_snapshot_and_hears_of_every_change()
    {
        using var visitor = await VisitorAsync();
        await using var phone = await PhoneAsync(visitor, "meetingChanged");

        var snapshot = await phone.InvokeAsync("Join", Hall.Code.ToLowerInvariant());
        var poll = await Hall.OpenPollAsync();
        var news = (await phone.HearAsync("meetingChanged")).Arguments[0];

        Assert.Equal("Bankjes", snapshot.GetProperty("item").GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Null, snapshot.GetProperty("poll").ValueKind);
        Assert.Equal(poll.ToString(), news.GetProperty("poll").GetProperty("id").GetString());
        Assert.Equal("open", news.GetProperty("poll").GetProperty("state").GetString());
        Assert.Equal("yesNoAbstain", news.GetProperty("poll").GetProperty("method").GetString());
        Assert.True(news.GetProperty("revision").GetInt64() > snapshot.GetProperty("revision").GetInt64());
    }

    [Fact]
    public async Task A_vote_over_the_hub_is_confirmed_with_a_receipt_and_the_turnout_is_told()
    {
        var poll = await Hall.OpenPollAsync();
        using var visitor = await VisitorAsync();
        await using var phone = await PhoneAsync(visitor, "tallyChanged");
        await phone.InvokeAsync("Join", Hall.Code);

        var answer = await phone.InvokeAsync("CastVote", poll, new[] { new { option = 1 } }, 1);
        var tally = (await phone.HearAsync("tallyChanged", heard => heard.Arguments[0].GetProperty("ballots").GetInt32() == 1)).Arguments[0];

        Assert.Equal("accepted", answer.GetProperty("verdict").GetString());
        Assert.Equal(6, answer.GetProperty("receipt").GetString()!.Length);
        Assert.Equal(poll.ToString(), tally.GetProperty("pollId").GetString());
        Assert.Equal(JsonValueKind.Null, tally.GetProperty("counts").ValueKind);
    }

    [Fact]
    public async Task Somebody_who_reconnects_sees_the_open_poll_and_their_own_vote()
    {
        var poll = await Hall.OpenPollAsync();
        using var visitor = await VisitorAsync();
        await using (var before = await PhoneAsync(visitor))
        {
            await before.InvokeAsync("Join", Hall.Code);
            await before.InvokeAsync("CastVote", poll, new[] { new { option = 1 } }, 3);
        }

        await using var after = await PhoneAsync(visitor);
        var own = (await after.InvokeAsync("Join", Hall.Code)).GetProperty("own");

        Assert.Equal(poll.ToString(), own.GetProperty("pollId").GetString());
        Assert.Equal(1, own.GetProperty("choices")[0].GetProperty("option").GetInt32());
        Assert.Equal(3, own.GetProperty("attempt").GetInt64());
    }

    [Fact]
    public async Task A_closed_poll_an_impossible_choice_and_a_stranger_each_get_their_verdict()
    {
        var poll = await Hall.OpenPollAsync();
        using var visitor = await VisitorAsync();
        await using var phone = await PhoneAsync(visitor);
        await using var stranger = await (await HubPhones.SharedAsync()).OpenAsync(HubAddress, cookies: null);
        await phone.InvokeAsync("Join", Hall.Code);
        await stranger.InvokeAsync("Join", Hall.Code);

        Assert.Equal("invalidChoice", await VerdictAsync(phone, poll, 7));
        Assert.Equal("notEntitled", await VerdictAsync(stranger, poll, 0));
        await Hall.CloseAsync(poll);
        Assert.Equal("closed", await VerdictAsync(phone, poll, 0));
    }

    [Fact]
    public async Task A_vote_that_the_database_does_not_take_fails_by_name_and_may_be_repeated()
    {
        var poll = await Hall.OpenPollAsync();
        using var visitor = await VisitorAsync();
        await using var phone = await PhoneAsync(visitor);
        await phone.InvokeAsync("Join", Hall.Code);
        await using (var other = await Hall.Server.Db.OpenConnectionAsync(Ct))
        await using (var tx = await other.BeginTransactionAsync(Ct))
        {
            await tx.ExecuteAsync("update polls set state = state where id = @poll", new { poll }, Ct);
            var fault = await Assert.ThrowsAsync<HubRefusedException>(() => VerdictAsync(phone, poll, 1));
            Assert.Contains("notStored", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal("accepted", await VerdictAsync(phone, poll, 1));
    }

    [Fact]
    public async Task An_unknown_code_is_refused_without_ending_the_connection()
    {
        await using var phone = await (await HubPhones.SharedAsync()).OpenAsync(HubAddress, cookies: null);

        var fault = await Assert.ThrowsAsync<HubRefusedException>(() => phone.InvokeAsync("Join", "ZZZZZZ"));

        Assert.Contains("unknownMeeting", fault.Message, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, (await phone.InvokeAsync("Join", Hall.Code)).ValueKind);
    }

    [Fact]
    public async Task The_phone_that_loses_its_pass_is_told_at_once()
    {
        var pass = Hall.TakePass();
        using var first = Hall.Server.NewVisitor();
        await TypeCodeAsync(first, pass);
        await using var phone = await PhoneAsync(first, "passMoved");
        await phone.InvokeAsync("Join", Hall.Code);

        using var second = Hall.Server.NewVisitor();
        await TypeCodeAsync(second, pass);

        await phone.HearAsync("passMoved");
    }

    [Fact]
    public async Task A_phone_that_connects_twice_is_one_person()
    {
        using var visitor = await VisitorAsync();
        await using var console = await (await HubPhones.SharedAsync()).OpenAsync(HubAddress, cookies: null, "presenceChanged");
        await console.InvokeAsync("WatchPresence", Hall.Code);
        await using var once = await PhoneAsync(visitor);
        await using var twice = await PhoneAsync(visitor);

        await once.InvokeAsync("Join", Hall.Code);
        await twice.InvokeAsync("Join", Hall.Code);

        var people = (await console.HearAsync("presenceChanged")).Arguments[0];
        Assert.Equal(1, people.GetProperty("connected").GetInt32());
    }

    private Uri HubAddress => new(Hall.Server.Address, "/hubs/meeting");

    private async Task<Visitor> VisitorAsync()
    {
        var visitor = Hall.Server.NewVisitor();
        await visitor.GetAsync($"/m/{Hall.Code}");
        return visitor;
    }

    private static async Task TypeCodeAsync(Visitor visitor, string code)
    {
        await visitor.GetAsync("/meedoen");
        await visitor.SubmitAsync(form => form.Type("code", code), form: "form.join");
    }

    private async Task<HubPhone> PhoneAsync(Visitor visitor, params string[] events) =>
        await (await HubPhones.SharedAsync()).OpenAsync(HubAddress, visitor.Cookies, events);

    private static async Task<string?> VerdictAsync(HubPhone phone, Guid poll, int option) =>
        (await phone.InvokeAsync("CastVote", poll, new[] { new { option } }, 1)).GetProperty("verdict").GetString();

    public sealed class OnSqlite() : MeetingHubTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : MeetingHubTests(DatabaseKind.Postgres);
}
