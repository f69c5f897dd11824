using System.Data.Common;
using Microsoft.AspNetCore.SignalR;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Live;

/// <summary>What a screen hears.</summary>
public interface IMeetingClient
{
    /// <summary>Something happened in the meeting: this is how it is now.</summary>
    Task MeetingChanged(Snapshot snapshot);

    /// <summary>The turnout changed.</summary>
    Task TallyChanged(TallyUpdate tally);

    /// <summary>Somebody else speaks or waits to speak.</summary>
    Task QueueChanged(QueueView queue);

    /// <summary>The pass that this phone held is now on another phone.</summary>
    Task PassMoved();

    /// <summary>For screens that asked for it: there are other questions or topics.</summary>
    Task ContributionsChanged();

    /// <summary>For screens that asked for it: who is there.</summary>
    Task PresenceChanged(PeopleView people);
}

/// <summary>The door of phones, projectors and consoles. A participant is known by the cookie of the page.</summary>
public sealed class MeetingHub(MeetingRooms rooms, OwnBallots ownBallots, CastVote castVote, ParticipantCookie cookie, Broadcaster broadcaster)
    : Hub<IMeetingClient>
{
    /// <summary>What a phone hears when its vote is not counted yet, and it should try again.</summary>
    public const string NotStored = "notStored";

    private const string SeatKey = "seat";

    /// <summary>In the address of a connection: the language of its page.</summary>
    private const string LanguageParameter = "taal";

    /// <summary>The screens of a meeting that speak one language.</summary>
    public static string MeetingGroup(Guid meetingId, Language language) => $"meeting:{meetingId}:{language.Code}";

    /// <summary>All screens of a meeting, for what is the same in all languages.</summary>
    public static IReadOnlyList<string> MeetingGroups(Guid meetingId) => [.. Language.All.Select(language => MeetingGroup(meetingId, language))];

    public static string PresenceGroup(Guid meetingId) => $"presence:{meetingId}";

    public async Task<Snapshot> Join(string code)
    {
        var ct = Context.ConnectionAborted;
        if (await rooms.FindAsync(code) is not { } room)
            throw new HubException("unknownMeeting");

        var meetingId = room.Snapshot.Meeting.Id;
        var http = Context.GetHttpContext();
        var language = Language.Find(http?.Request.Query[LanguageParameter]) ?? Language.Dutch;
        await Groups.AddToGroupAsync(Context.ConnectionId, MeetingGroup(meetingId, language), ct);
        if (http is null || cookie.Read(http, meetingId) is not { } participant)
            return room.Snapshot.In(language);

        if (!Context.Items.ContainsKey(SeatKey) && room.Enter(participant, Context.ConnectionId))
        {
            Context.Items[SeatKey] = new Seat(room, participant);
            broadcaster.Mark(meetingId);
        }

        var snapshot = room.Snapshot.In(language);
        return snapshot.Poll is { State: PollState.Open } poll
            ? snapshot with { Own = await ownBallots.FindAsync(poll.Id, participant) }
            : snapshot;
    }

    /// <summary>Asks to hear who is there; phones have no use for it.</summary>
    public async Task<PeopleView> WatchPresence(string code)
    {
        if (await rooms.FindAsync(code) is not { } room)
            throw new HubException("unknownMeeting");

        await Groups.AddToGroupAsync(Context.ConnectionId, PresenceGroup(room.Snapshot.Meeting.Id), Context.ConnectionAborted);
        return room.Snapshot.People;
    }

    public async Task<VoteAnswer> CastVote(string pollId, Choice[] choices, long attempt)
    {
        if (!Guid.TryParse(pollId, out var id) || Context.Items[SeatKey] is not Seat seat)
            return VoteAnswer.Refused(Verdict.NotEntitled);

        // A vote that arrived is stored even when the phone drops out meanwhile: the retry finds it.
        var voter = new Voter(seat.MeetingId, seat.Participant);
        try
        {
            return await castVote.RunAsync(id, voter, choices ?? [], attempt);
        }
        catch (Exception fault) when (fault is NotStoredException or DbException)
        {
            throw new HubException(NotStored, fault);
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items[SeatKey] is Seat seat)
        {
            seat.Room.Leave(seat.Participant, Context.ConnectionId);
            broadcaster.Mark(seat.MeetingId);
        }

        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Who is connected: read from the cookie once, because that costs more than the rest of a vote.</summary>
    private sealed record Seat(MeetingRoom Room, Guid Participant)
    {
        public Guid MeetingId => Room.Snapshot.Meeting.Id;
    }
}
