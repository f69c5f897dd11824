namespace Participatie.Core.Meetings;

/// <summary>The life of a meeting.</summary>
public enum MeetingState
{
    Planned,
    Open,
    Closed,
}

/// <summary>What the table is asked to do with an agenda item.</summary>
public enum ItemKind
{
    Inform,
    Discuss,
    Decide,
}
