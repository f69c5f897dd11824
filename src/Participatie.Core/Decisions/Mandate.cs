namespace Participatie.Core.Decisions;

/// <summary>How far the say of a table goes on a subject, from less to more.</summary>
public enum Mandate
{
    /// <summary>The table is told.</summary>
    Inform,

    /// <summary>The table says what it thinks.</summary>
    Consult,

    /// <summary>The table advises; whoever departs from that gives reasons.</summary>
    Advise,

    /// <summary>It happens only when the table agrees.</summary>
    CoDecide,
}
