using Participatie.Core.Decisions;

namespace Participatie.Web.Minutes.Markup;

/// <summary>Something in the minutes that is kept in a register of its own.</summary>
/// <param name="Number">Counts from 1 among its kind in these minutes.</param>
/// <param name="Text">In a sentence, without marks.</param>
public abstract record MinutesRecord(int Number, string Text);

/// <summary>A decision of the table, or its advice to somebody else.</summary>
/// <param name="Reasons">In Markdown; empty when none were written down.</param>
/// <param name="IsAdvice">Is it for somebody else to carry out?</param>
/// <param name="Poll">The number of the poll behind it; null when nobody voted.</param>
/// <param name="Addressee">Who must answer; null for whoever answers this table as a rule.</param>
/// <param name="RespondBy">The last day on which an answer is in time; null for the usual term.</param>
/// <param name="Mandate">Null for what is usual at this table.</param>
public sealed record DecisionRecord(
    int Number, string Text, string Reasons, bool IsAdvice, int? Poll, string? Addressee, DateOnly? RespondBy, Mandate? Mandate, IReadOnlyList<string> Themes)
    : MinutesRecord(Number, Text);

/// <summary>What somebody took upon them.</summary>
/// <param name="Due">The last day; null when none was agreed.</param>
public sealed record ActionRecord(int Number, string Text, string Who, DateOnly? Due) : MinutesRecord(Number, Text);

/// <summary>What is wrong in a text, in words for its writer.</summary>
/// <param name="Line">Counted from 1, as editors do.</param>
public sealed record Mistake(int Line, string Sentence);

/// <summary>What a text records.</summary>
public sealed record MinutesRecords(IReadOnlyList<DecisionRecord> Decisions, IReadOnlyList<ActionRecord> Actions, IReadOnlyList<Mistake> Mistakes);
