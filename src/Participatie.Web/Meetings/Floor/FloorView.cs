using System.Data.Common;
using Participatie.Core.Meetings;
using Participatie.Web.Data;
using Participatie.Web.Meetings.Undoing;

namespace Participatie.Web.Meetings.Floor;

/// <summary>Who is at the table and who speaks, as the facilitator sees it.</summary>
/// <param name="Now">The side that has the floor.</param>
/// <param name="Attendance">Null until somebody counted.</param>
public sealed record FloorView(Side? Now, SpeakingTime Time, AttendanceDeed? Attendance)
{
    /// <summary>As it is at a moment of the meeting, or at its end when that is earlier.</summary>
    public static async Task<FloorView> OfAsync(DbDataSource db, Guid meetingId, DateTimeOffset now, CancellationToken ct)
    {
        var story = FloorStory.Of((await db.EventsAsync(meetingId, ct)).Standing());
        return new FloorView(story.Now, story.TimeUntil(now), story.Attendance);
    }
}

/// <summary>What the log of a meeting says of who was there and who spoke.</summary>
public sealed class FloorStory
{
    private readonly List<FloorTurn> turns = [];

    public Side? Now => turns is [.., var last] ? last.Side : null;

    public AttendanceDeed? Attendance { get; private set; }

    public static FloorStory Of(IEnumerable<Event> events)
    {
        var story = new FloorStory();
        foreach (var entry in events)
            story.Add(entry);
        return story;
    }

    public void Add(Event entry)
    {
        switch (entry.Kind)
        {
            case Deeds.FloorGiven:
                turns.Add(new FloorTurn(entry.RecordedAt, entry.Read<FloorDeed>().Side));
                break;
            case Deeds.AttendanceCounted:
                Attendance = entry.Read<AttendanceDeed>();
                break;
            case Deeds.MeetingClosed:
                turns.Add(new FloorTurn(entry.RecordedAt, Side: null));
                break;
        }
    }

    public SpeakingTime TimeUntil(DateTimeOffset moment) => SpeakingTime.Of(turns, moment);
}
