namespace Participatie.Core.Decisions;

/// <summary>How an answer stands on a day.</summary>
public enum Standing
{
    /// <summary>Nobody has to answer.</summary>
    NotAsked,

    /// <summary>There is time left.</summary>
    Awaited,

    /// <summary>The last day is over, and there is no answer.</summary>
    Overdue,

    /// <summary>There is an answer, and it came in time.</summary>
    InTime,

    /// <summary>There is an answer, but it came too late.</summary>
    Late,
}

/// <summary>The time that an addressee has for an answer. Days are days on the calendar of the table.</summary>
/// <param name="RespondBy">The last day that is in time; null when nobody has to answer.</param>
/// <param name="PostponedTo">The last day after a postponement; null without one.</param>
/// <param name="AnsweredOn">The day of the answer; null when there is none.</param>
public readonly record struct ResponseTerm(DateOnly? RespondBy, DateOnly? PostponedTo, DateOnly? AnsweredOn)
{
    /// <summary>The last day that counts now.</summary>
    public DateOnly? Due => PostponedTo ?? RespondBy;

    /// <summary>How the answer stands on a day.</summary>
    public Standing On(DateOnly today) => (Due, AnsweredOn) switch
    {
        (null, null) => Standing.NotAsked,
        (null, _) => Standing.InTime,
        ({ } due, { } answered) => answered <= due ? Standing.InTime : Standing.Late,
        ({ } due, null) => today <= due ? Standing.Awaited : Standing.Overdue,
    };

    /// <summary>Days after the last one, until the answer or else until today; 0 when it is not late.</summary>
    public int DaysLate(DateOnly today) => Due is { } due ? Math.Max(0, (AnsweredOn ?? today).DayNumber - due.DayNumber) : 0;

    /// <summary>Days that are left, the last one included; 0 when there are none.</summary>
    public int DaysLeft(DateOnly today) => Due is { } due ? Math.Max(0, due.DayNumber - today.DayNumber + 1) : 0;
}
