using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Rehearsing;

/// <summary>Makes a copy of a planned meeting to try everything out in: its own code, its own passes, and nothing of it counts.</summary>
public sealed class StartRehearsal(MeetingStore meetings, CopyMeeting copy, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>The rehearsal, a new one only when there is none; null when the meeting has begun.</summary>
    public async Task<MeetingRow?> RunAsync(MeetingRow meeting, CancellationToken ct)
    {
        if (meeting.State != MeetingState.Planned || meeting.RehearsalOf is not null)
            return null;
        if (await meetings.FindRehearsalAsync(meeting.Id, ct) is { } known)
            return known;

        var plan = new MeetingPlan(texts["Oefening: {0}", meeting.Title], meeting.Place, clock.GetUtcNow()) { RehearsalOf = meeting.Id };
        return await meetings.FindAsync(await copy.RunAsync(meeting, plan, ct), ct);
    }
}
