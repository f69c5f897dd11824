using Microsoft.Extensions.DependencyInjection;
using Participatie.Core.Meetings;
using Participatie.Core.Polls;
using Participatie.Testing;
using Participatie.Web.Data;
using Participatie.Web.Live;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Tables;

namespace Participatie.Browser.Tests.Stories;

/// <summary>An open meeting of one item and one question that everybody may answer, led from here.</summary>
internal sealed class SmallMeeting
{
    private const string Facilitator = "Samira";

    private readonly TestServer server;

    private SmallMeeting(TestServer server) => this.server = server;

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    private Guid Item { get; } = RowKey.New();

    public Guid Poll { get; } = RowKey.New();

    /// <summary>Opens the meeting; its poll waits.</summary>
    /// <param name="server">Where.</param>
    /// <param name="method">How people vote.</param>
    /// <param name="like">A meeting of the same table; any table when left out.</param>
    /// <param name="question">What is asked; about benches when left out.</param>
    /// <param name="options">What there is to choose from.</param>
    public static async Task<SmallMeeting> OpenAsync(
        TestServer server, CountingMethod method, Guid? like = null, string question = "Komen er bankjes?", params IReadOnlyList<string> options)
    {
        var meeting = await PlanAsync(server, method, like, question, options);
        await meeting.Get<OpenMeeting>().RunAsync(await meeting.ViewAsync(), Facilitator, Ct);
        return meeting;
    }

    /// <summary>Plans the meeting, for whoever opens it.</summary>
    public static async Task<SmallMeeting> PlanAsync(
        TestServer server, CountingMethod method, Guid? like = null, string question = "Komen er bankjes?", params IReadOnlyList<string> options)
    {
        var meeting = new SmallMeeting(server);
        var table = like is { } other ? (await meeting.Get<MeetingStore>().FindAsync(other, Ct))!.TableId : (await meeting.Get<TableStore>().TablesAsync(Ct))[0].Id;
        meeting.Id = await meeting.Get<PlanMeeting>().RunAsync(table, new MeetingPlan("Het plein", "De Boog", DateTimeOffset.UnixEpoch), Ct);
        await meeting.Get<AgendaStore>().AddAsync(meeting.Item, meeting.Id, new ItemPlan("Bankjes", "Er staan er nu geen.", 10, ItemKind.Decide), Ct);
        var plan = new PollPlan(question, method, options is [] ? ["Ja", "Nee", "Weet niet"] : options, Binding: false, Secret: false);
        await meeting.Get<PollStore>().AddAsync(meeting.Poll, meeting.Item, plan, Ct);

        meeting.Code = (await meeting.ViewAsync()).Code;
        return meeting;
    }

    public static async Task<SmallMeeting> OpenWithPollAsync(TestServer server, CountingMethod method)
    {
        var meeting = await OpenAsync(server, method);
        await meeting.OpenPollAsync();
        return meeting;
    }

    public async Task StartItemAsync() => Assert.Equal(MeetingStep.Done, await Get<StartItem>().RunAsync(Id, Item, Facilitator, Ct));

    public async Task EndAsync() => Assert.Equal(MeetingStep.Done, await Get<CloseMeeting>().RunAsync(await ViewAsync(), Facilitator, Ct));

    public async Task OpenPollAsync() => Assert.Equal(PollStep.Done, await Get<OpenPoll>().RunAsync(Poll, Facilitator, Ct));

    /// <summary>Somebody else votes.</summary>
    public Task VoteAsync(int option) => VoteAsync([new Choice(option)]);

    /// <summary>Somebody else ranks these options, the best first.</summary>
    public Task RankAsync(params IReadOnlyList<int> options) => VoteAsync([.. options.Select((option, index) => new Choice(option, index + 1))]);

    private async Task VoteAsync(IReadOnlyList<Choice> choices) =>
        Assert.Equal(Verdict.Accepted, (await Get<CastVote>().RunAsync(Poll, new Voter(Id, Guid.NewGuid()), choices, attempt: 1)).Verdict);

    /// <summary>Closes the poll; how often each option was chosen.</summary>
    public async Task<IReadOnlyList<int>> CloseAsync()
    {
        Assert.Equal(PollStep.Done, await Get<ClosePoll>().RunAsync(Poll, Facilitator, Ct));
        return (await Get<PollStore>().FindAsync(Poll, Ct))!.Outcome!.Tally.Counts;
    }

    public async Task ReleaseAsync() => Assert.Equal(PollStep.Done, await Get<ReleasePoll>().RunAsync(Poll, Facilitator, Ct));

    private async Task<MeetingView> ViewAsync() => (await Get<MeetingRooms>().FindAsync(Id))!.Snapshot.Meeting;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private T Get<T>()
        where T : notnull =>
        server.Services.GetRequiredService<T>();
}
