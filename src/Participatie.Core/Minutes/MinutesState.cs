namespace Participatie.Core.Minutes;

/// <summary>Where the text of minutes stands. Published minutes that need a correction become a draft again; readers keep the version they have.</summary>
public enum MinutesState
{
    /// <summary>Being written; only the table's staff see it.</summary>
    Draft,

    /// <summary>Shown to those who were there, who say what is wrong in it.</summary>
    Concept,

    /// <summary>The table says that it is right. It changes no more.</summary>
    Adopted,

    /// <summary>Frozen for everybody to read.</summary>
    Published,
}

/// <summary>What the minute taker does with what a participant says is wrong.</summary>
public enum CorrectionVerdict
{
    /// <summary>The text is changed.</summary>
    Accepted,

    /// <summary>The text stays; the reason says why.</summary>
    Declined,
}
