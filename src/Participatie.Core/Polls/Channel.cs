namespace Participatie.Core.Polls;

/// <summary>The door through which a ballot came.</summary>
public enum Channel
{
    /// <summary>The resident's own phone.</summary>
    Phone,

    /// <summary>The worker's tablet, on which one resident after another votes.</summary>
    Tablet,

    /// <summary>A paper ballot, typed in by one member of staff and confirmed by another.</summary>
    Paper,

    /// <summary>A raised hand, counted by one member of staff and confirmed by another.</summary>
    Hands,
}
