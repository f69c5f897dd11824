using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Participatie.Core.Polls;
using Participatie.Web.Live;
using Participatie.Web.Polls;

namespace Participatie.LoadTest.Floor;

/// <summary>A hub that only stores rows. Its methods look like those of the real one, so that the same phones speak to both.</summary>
internal sealed class FloorHub(FloorBox box, FloorStage stage) : Hub
{
    public const string Everybody = "hall";

    private const string SomeReceipt = "ABC123";

    public async Task<JsonElement> Join(string code)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Everybody, Context.ConnectionAborted);
        Context.Items[nameof(FloorBallot.Key)] = Guid.Parse(code).ToByteArray();
        return stage.Snapshot;
    }

    public async Task<VoteAnswer> CastVote(string pollId, Choice[] choices, long attempt)
    {
        await box.PutAsync(new FloorBallot(Guid.Parse(pollId), (byte[])Context.Items[nameof(FloorBallot.Key)]!, attempt, BallotText.Write(choices)));
        return new VoteAnswer(Verdict.Accepted, SomeReceipt);
    }
}

/// <summary>What everybody sees: as long as the real thing, but nothing had to be read for it.</summary>
internal sealed class FloorStage(IHubContext<FloorHub> hub)
{
    public JsonElement Snapshot { get; private set; }

    public Task ShowAsync(JsonElement snapshot)
    {
        Snapshot = snapshot;
        return hub.Clients.Group(FloorHub.Everybody).SendAsync(nameof(IMeetingClient.MeetingChanged), snapshot);
    }
}
