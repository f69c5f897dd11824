using Participatie.Web.Data;

namespace Participatie.Web.Meetings.Undoing;

/// <summary>The log keeps what was taken back, and that it was; what stands is the rest.</summary>
public static class StandingEvents
{
    public static IReadOnlyList<Event> Standing(this IReadOnlyList<Event> events)
    {
        var undone = events.Where(entry => entry.Kind is Deeds.StepUndone).Select(entry => entry.Read<UndoDeed>().Number).ToHashSet();
        return [.. events.Where(entry => entry.Kind is not Deeds.StepUndone && !undone.Contains(entry.Number))];
    }
}
