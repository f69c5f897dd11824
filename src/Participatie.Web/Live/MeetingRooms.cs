using System.Collections.Concurrent;
using Participatie.Core.Polls;
using Participatie.Web.Data;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;

namespace Participatie.Web.Live;

/// <summary>The rooms of the meetings that people look at. Joining a known room asks nothing of the database.</summary>
public sealed class MeetingRooms
{
    private readonly ConcurrentDictionary<Guid, MeetingRoom> rooms = new();
    private readonly ConcurrentDictionary<string, Guid> codes = new(StringComparer.Ordinal);
    private readonly SharedReading<Guid, MeetingRoom?> roomReadings;
    private readonly SharedReading<string, Guid?> codeReadings;
    private readonly SnapshotReader reader;
    private readonly MeetingStore meetings;
    private readonly LivePolls polls;

    public MeetingRooms(SnapshotReader reader, MeetingStore meetings, LivePolls polls)
    {
        (this.reader, this.meetings, this.polls) = (reader, meetings, polls);
        roomReadings = new SharedReading<Guid, MeetingRoom?>(ReadRoomAsync);
        codeReadings = new SharedReading<string, Guid?>(ReadCodeAsync);
    }

    /// <summary>The room of the meeting with this code, or null when there is no such meeting.</summary>
    public async ValueTask<MeetingRoom?> FindAsync(string typedCode)
    {
        var code = Codes.Normalize(typedCode);
        if (code.Length != Codes.MeetingLength)
            return null;
        if (codes.TryGetValue(code, out var known))
            return await FindAsync(known);
        return await codeReadings.ReadAsync(code) is { } meetingId ? await FindAsync(meetingId) : null;
    }

    public ValueTask<MeetingRoom?> FindAsync(Guid meetingId) =>
        rooms.TryGetValue(meetingId, out var room) ? ValueTask.FromResult<MeetingRoom?>(room) : new(roomReadings.ReadAsync(meetingId));

    /// <summary>A room that is in memory already.</summary>
    public MeetingRoom? Known(Guid meetingId) => rooms.GetValueOrDefault(meetingId);

    /// <summary>How many people have a screen of theirs connected, in all meetings together.</summary>
    public int Connected => rooms.Values.Sum(static room => room.Connected);

    /// <summary>Forgets a meeting that is no more; what was shown of it last.</summary>
    public Snapshot? Forget(Guid meetingId)
    {
        polls.ForgetAllBut(meetingId, openPollId: null);
        if (!rooms.TryRemove(meetingId, out var room))
            return null;

        codes.TryRemove(room.Snapshot.Meeting.Code, out _);
        return room.Snapshot;
    }

    /// <summary>Reads a meeting again after it changed.</summary>
    public async Task<Snapshot?> RefreshAsync(Guid meetingId, CancellationToken ct)
    {
        if (await reader.ReadAsync(meetingId, ct) is not { } snapshot)
            return null;

        polls.ForgetAllBut(meetingId, snapshot.Poll is { State: PollState.Open } open ? open.Id : null);
        return rooms.GetOrAdd(meetingId, static (_, first) => new MeetingRoom(first), snapshot).Update(snapshot);
    }

    /// <summary>Reads again who speaks and who waits.</summary>
    public async Task RefreshQueueAsync(Guid meetingId, CancellationToken ct)
    {
        if (Known(meetingId) is { } room)
            room.UpdateQueue(await reader.ReadQueueAsync(meetingId, ct));
    }

    private async Task<Guid?> ReadCodeAsync(string code)
    {
        if (await meetings.FindByCodeAsync(code, CancellationToken.None) is not { } meeting)
            return null;
        return codes[code] = meeting.Id;
    }

    private async Task<MeetingRoom?> ReadRoomAsync(Guid meetingId) =>
        await reader.ReadAsync(meetingId, CancellationToken.None) is { } snapshot ? rooms.GetOrAdd(meetingId, new MeetingRoom(snapshot)) : null;
}
