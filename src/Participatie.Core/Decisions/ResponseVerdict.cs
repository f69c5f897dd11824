namespace Participatie.Core.Decisions;

/// <summary>What an addressee does with a decision.</summary>
public enum ResponseVerdict
{
    /// <summary>It is done as the table asked.</summary>
    Adopted,

    /// <summary>Part of it is done.</summary>
    PartlyAdopted,

    /// <summary>It is not done.</summary>
    NotAdopted,
}
