namespace Participatie.Web.Privacy.Phone;

public enum TraceKind
{
    /// <summary>A question or a topic.</summary>
    Contribution,

    /// <summary>Support for what somebody else brought in.</summary>
    Support,

    /// <summary>What is wrong in the minutes.</summary>
    Correction,
    Hand,
    Pass,
}

/// <summary>Something in the database that hangs on a phone.</summary>
/// <param name="Participant">The phone, as it is known at that place.</param>
/// <param name="Place">The meeting or the table, by its name.</param>
/// <param name="IsOpen">A meeting goes on there: it still needs this.</param>
/// <param name="Text">What was written; the name that was given with a hand; null when there is none.</param>
public sealed record PhoneTrace(Guid Participant, string Place, bool IsOpen, TraceKind Kind, string? Text, DateTimeOffset At);
