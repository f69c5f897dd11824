using System.Collections.Concurrent;
using Participatie.Core.Polls;
using Participatie.Web.Meetings;
using Participatie.Web.Polls;

namespace Participatie.Web.Live;

/// <summary>The rooms of the meetings that people look at. Joining a known room asks nothing of the database.</summary>
public sealed class MeetingRooms(SnapshotReader reader, MeetingStore meetings, LivePolls polls)
{
    private readonly ConcurrentDictionary<Guid, MeetingRoom> rooms = new();
    private readonly ConcurrentDictionary<string, Guid> codes = new(StringComparer.Ordinal);

    /// <summary>The room of the meeting with this code, or null when there is no such meeting.</summary>
    public async ValueTask<MeetingRoom?> FindAsync(string typedCode, CancellationToken ct)
    {
        var code = Codes.Normalize(typedCode);
        if (code.Length != Codes.MeetingLength)
            return null;
        if (codes.TryGetValue(code, out var known))
            return await FindAsync(known, ct);
        if (await meetings.FindByCodeAsync(code, ct) is not { } meeting)
            return null;

        codes[code] = meeting.Id;
        return await FindAsync(meeting.Id, ct);
    }

    public async ValueTask<MeetingRoom?> FindAsync(Guid meetingId, CancellationToken ct)
    {
        if (rooms.TryGetValue(meetingId, out var room))
            return room;
        return await reader.ReadAsync(meetingId, ct) is { } snapshot ? rooms.GetOrAdd(meetingId, new MeetingRoom(snapshot)) : null;
    }

    /// <summary>A room that is in memory already.</summary>
    public MeetingRoom? Known(Guid meetingId) => rooms.GetValueOrDefault(meetingId);

    /// <summary>Reads a meeting again after it changed.</summary>
    public async Task<Snapshot?> RefreshAsync(Guid meetingId, CancellationToken ct)
    {
        if (await reader.ReadAsync(meetingId, ct) is not { } snapshot)
            return null;

        polls.ForgetAllBut(meetingId, snapshot.Poll is { State: PollState.Open } open ? open.Id : null);
        return rooms.GetOrAdd(meetingId, static (_, first) => new MeetingRoom(first), snapshot).Update(snapshot);
    }
}
