using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Testing;
using Participatie.Testing.Databases;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Tests.Data;

namespace Participatie.Web.Tests.Polls;

/// <summary>A running server with an open meeting of one item; the test brings the people and the questions.</summary>
public sealed class Hall : IAsyncDisposable
{
    public const string Facilitator = "Samira";

    /// <summary>The number of passes that were made before the meeting.</summary>
    public const int Entitled = 8;

    private readonly Queue<NewPass> passes = [];

    private Hall(TestServer server) => Server = server;

    public static IReadOnlyList<string> YesNo { get; } = ["Ja", "Nee", "Ik stem niet mee"];

    public TestServer Server { get; }

    public Guid TableId { get; private set; }

    public Guid MeetingId { get; private set; }

    public Guid ItemId { get; private set; }

    public string Code { get; private set; } = "";

    public static async Task<Hall> OpenAsync(DatabaseKind kind, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var hall = new Hall(await TestServer.StartAsync(kind, adjust, settings));
        hall.TableId = await hall.Server.Db.AddTableAsync(Ct);
        hall.MeetingId = await hall.Get<PlanMeeting>().RunAsync(hall.TableId, new MeetingPlan("Het plein", "De Boog", DateTimeOffset.UnixEpoch), Ct);
        hall.ItemId = await hall.AddItemAsync("Bankjes");
        foreach (var pass in await hall.Get<Passes>().IssueAsync(hall.MeetingId, Entitled, Ct))
            hall.passes.Enqueue(pass);
        var room = (await hall.Get<MeetingRooms>().FindAsync(hall.MeetingId))!;
        hall.Code = room.Snapshot.Meeting.Code;
        await hall.Get<OpenMeeting>().RunAsync(room.Snapshot.Meeting, Facilitator, Ct);
        await hall.Get<StartItem>().RunAsync(hall.MeetingId, hall.ItemId, Facilitator, Ct);
        return hall;
    }

    public T Get<T>()
        where T : notnull =>
        Server.Services.GetRequiredService<T>();

    public async Task<Guid> AddItemAsync(string title)
    {
        var id = RowKey.New();
        await Get<AgendaStore>().AddAsync(id, MeetingId, new ItemPlan(title, "", 10, ItemKind.Decide), Ct);
        return id;
    }

    /// <summary>Adds a poll that is still a draft.</summary>
    public async Task<Guid> AddPollAsync(bool binding = false, bool secret = true, CountingMethod? method = null, Guid? itemId = null)
    {
        var id = RowKey.New();
        Assert.True(await Get<PollStore>().AddAsync(id, itemId ?? ItemId, new PollPlan("Komen er bankjes?", method ?? new YesNoAbstain(), YesNo, binding, secret), Ct));
        return id;
    }

    public async Task<Guid> OpenPollAsync(bool binding = false, bool secret = true, CountingMethod? method = null)
    {
        var id = await AddPollAsync(binding, secret, method);
        Assert.Equal(PollStep.Done, await Get<OpenPoll>().RunAsync(id, Facilitator, Ct));
        return id;
    }

    /// <summary>Plans another meeting of this table; its code.</summary>
    public async Task<string> PlanAnotherAsync()
    {
        var id = await Get<PlanMeeting>().RunAsync(TableId, new MeetingPlan("De straat", "De Boog", DateTimeOffset.UnixEpoch), Ct);
        return (await Get<MeetingStore>().FindAsync(id, Ct))!.Code;
    }

    public Task<PollStep> ReleaseAsync(Guid poll) => Get<ReleasePoll>().RunAsync(poll, Facilitator, Ct);

    public async Task<MeetingStep> CloseMeetingAsync() =>
        await Get<CloseMeeting>().RunAsync((await SnapshotAsync()).Meeting, Facilitator, Ct);

    public MinutesDesk Minutes => ActivatorUtilities.CreateInstance<MinutesDesk>(Server.Services, MeetingId);

    public Task<PollStep> CloseAsync(Guid poll) => Get<ClosePoll>().RunAsync(poll, Facilitator, Ct);

    public Task<VoteAnswer> VoteAsync(Guid poll, Guid participant, int option, long attempt = 1) =>
        Get<CastVote>().RunAsync(poll, new Voter(MeetingId, participant), [new Choice(option)], attempt);

    /// <summary>One of the passes that were made before the meeting, as its code.</summary>
    public string TakePass() => passes.Dequeue().Code;

    public async Task<PassUse> UsePassAsync(string code, Guid participant) =>
        await Get<UsePass>().RunAsync((await Get<Passes>().FindAsync(code, Ct))!, participant);

    public async Task<Guid> NewPassHolderAsync()
    {
        var participant = Guid.NewGuid();
        Assert.Equal(PassUse.Held, await UsePassAsync(TakePass(), participant));
        return participant;
    }

    public async Task<Outcome?> OutcomeAsync(Guid poll) => (await Get<PollStore>().FindAsync(poll, Ct))!.Outcome;

    public async Task<Snapshot> SnapshotAsync() => (await Get<MeetingRooms>().FindAsync(MeetingId))!.Snapshot;

    public Task<long> CountAsync(string table, Guid poll) =>
        Server.Db.FindAsync<long>($"select count(*) from {table} where poll_id = @poll", new { poll }, Ct);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
