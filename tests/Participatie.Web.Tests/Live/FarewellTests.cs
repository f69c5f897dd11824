using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Participatie.Testing.Databases;
using Participatie.Testing.Hub;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Polls;

namespace Participatie.Web.Tests.Live;

/// <summary>A server that stops in the middle of a vote.</summary>
public abstract class FarewellTests(DatabaseKind kind) : HallTests(kind)
{
    private const int Phones = 6;

    [Fact]
    public async Task Votes_under_way_are_confirmed_before_the_connections_close()
    {
        var poll = await Hall.OpenPollAsync();
        var phones = new List<HubPhone>();
        for (var number = 0; number < Phones; number++)
            phones.Add(await JoinAsync());

        List<Task<JsonElement>> votes;
        Task stopping;
        await using (var other = await Hall.Server.Db.OpenConnectionAsync(Ct))
        await using (var tx = await other.BeginTransactionAsync(Ct)) // nothing can be stored for now
        {
            await tx.ExecuteAsync("update polls set state = state where id = @poll", new { poll }, Ct);
            votes = phones.ConvertAll(phone => phone.InvokeAsync("CastVote", poll, new[] { new { option = 0 } }, 1));
            while (Hall.Get<Farewell>().Speaking < Phones)
                await Task.Delay(10, Ct);
            stopping = Task.Run(Hall.Get<IHostApplicationLifetime>().StopApplication, Ct);
        }

        foreach (var answer in await Task.WhenAll(votes))
            Assert.Equal("accepted", answer.GetProperty("verdict").GetString());
        foreach (var phone in phones)
            await phone.HearAsync("closed");
        await stopping;
        Assert.Equal(Phones, await Hall.CountAsync("ballots", poll));
    }

    [Fact]
    public async Task A_vote_that_comes_too_late_is_not_confirmed_and_not_stored()
    {
        var poll = await Hall.OpenPollAsync();
        await Hall.Get<BallotBox>().StopAsync(Ct);

        await Assert.ThrowsAsync<NotStoredException>(() => Hall.VoteAsync(poll, Guid.NewGuid(), 0));

        Assert.Equal(0, await Hall.CountAsync("ballots", poll));
    }

    private async Task<HubPhone> JoinAsync()
    {
        using var visitor = Hall.Server.NewVisitor();
        await visitor.GetAsync($"/m/{Hall.Code}");
        var phone = await (await HubPhones.SharedAsync()).OpenAsync(new Uri(Hall.Server.Address, "/hubs/meeting"), visitor.Cookies);
        await phone.InvokeAsync("Join", Hall.Code);
        return phone;
    }

    public sealed class OnSqlite() : FarewellTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FarewellTests(DatabaseKind.Postgres);
}
