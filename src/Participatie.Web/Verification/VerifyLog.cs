using System.Data;
using System.Data.Common;
using System.Text.Json;
using Participatie.Web.Data;

namespace Participatie.Web.Verification;

/// <summary>The log of one meeting, to be checked and to check others by.</summary>
/// <param name="Events">Null when what is kept cannot even be read.</param>
public sealed record VerifyLog(Guid MeetingId, IReadOnlyList<Event>? Events)
{
    public static async Task<VerifyLog> ReadAsync(DbDataSource db, Guid meetingId, CancellationToken ct)
    {
        try
        {
            return new VerifyLog(meetingId, await db.EventsAsync(meetingId, ct));
        }
        catch (DataException)
        {
            return new VerifyLog(meetingId, Events: null);
        }
    }

    public Finding Check() => Events is null
        ? new Finding(0, [$"Meeting {MeetingId}: its log cannot be read."])
        : new Finding(Events.Count, EventLog.FirstBroken(Events) is { } number
            ? [$"Meeting {MeetingId}: the chain of its log breaks at event {number}, which was changed, added or removed afterwards."]
            : []);

    /// <summary>What the events say that can be read as this kind of deed, in order: of one kind, or of all, where others lack what the caller asks for.</summary>
    public IEnumerable<T> Deeds<T>(string? kind = null)
        where T : class =>
        (Events ?? []).Where(entry => kind is null || string.Equals(entry.Kind, kind, StringComparison.Ordinal)).Select(Read<T>).OfType<T>();

    /// <summary>Data that is no longer JSON breaks the chain: the fault is told there.</summary>
    private static T? Read<T>(Event entry)
        where T : class
    {
        try
        {
            return entry.Read<T?>();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
