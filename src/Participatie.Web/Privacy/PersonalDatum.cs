namespace Participatie.Web.Privacy;

/// <summary>Whom something personal is about.</summary>
public enum Whose
{
    /// <summary>Somebody at a meeting, known by a phone and nothing else.</summary>
    Participant,

    /// <summary>Somebody who asked for news by e-mail.</summary>
    Reader,

    /// <summary>Somebody with an account.</summary>
    Staff,

    /// <summary>Somebody who stands in a text that people wrote.</summary>
    Named,
}

/// <summary>Why it may be kept: article 6, first paragraph, of the General Data Protection Regulation (AVG).</summary>
public enum Basis
{
    /// <summary>Letter e: a task in the public interest.</summary>
    PublicTask,

    /// <summary>Letter a: the person said yes.</summary>
    Consent,
}

/// <summary>How long it is kept. All but the last end by themselves.</summary>
public enum Kept
{
    /// <summary>Of a vote in the open <see cref="YearAfterMeeting"/>, because who voted what may be shown.</summary>
    UntilPollCloses,
    UntilMeetingCloses,
    YearAfterMeeting,
    UntilStopped,
    UntilSent,
    UntilSignedOut,
    UntilAccountGoes,
    Lasting,
}

/// <summary>Something personal that the database holds, in words for the person that it is about.</summary>
/// <param name="What">What it is, for <see cref="Whose"/>.</param>
/// <param name="Purpose">What it is good for.</param>
public sealed record PersonalDatum(string Table, string Column, Whose Whose, string What, string Purpose, Basis Basis, Kept Kept);
