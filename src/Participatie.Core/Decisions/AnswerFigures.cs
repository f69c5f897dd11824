namespace Participatie.Core.Decisions;

/// <summary>A decision that asked for an answer.</summary>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="Term">The time for an answer.</param>
/// <param name="Verdict">The answer; null while there is none.</param>
public readonly record struct AskedDecision(DateOnly DecidedOn, ResponseTerm Term, ResponseVerdict? Verdict)
{
    /// <summary>From the decision to its answer; null while there is none.</summary>
    public int? DaysToAnswer => Term.AnsweredOn is { } answered ? answered.DayNumber - DecidedOn.DayNumber : null;
}

/// <summary>How a board treats those who advise it.</summary>
/// <param name="Asked">Decisions that asked for an answer.</param>
/// <param name="Answered">Those that have one.</param>
/// <param name="InTime">Those whose answer came in time.</param>
/// <param name="Overdue">Those that have none though their last day is over.</param>
/// <param name="Adopted">Those that were adopted as a whole.</param>
/// <param name="PartlyAdopted">Those that were adopted in part.</param>
/// <param name="MedianDays">Half of the answers took at most so many days; null without answers. Two in the middle are averaged.</param>
public sealed record AnswerFigures(int Asked, int Answered, int InTime, int Overdue, int Adopted, int PartlyAdopted, decimal? MedianDays)
{
    /// <summary>Those whose answer should be there: of the others nobody can say yet whether it comes in time.</summary>
    public int Due => Answered + Overdue;

    /// <summary>Reckons the figures as they are on a day.</summary>
    public static AnswerFigures Of(IReadOnlyCollection<AskedDecision> decisions, DateOnly today)
    {
        int Standing(Standing standing) => decisions.Count(decision => decision.Term.On(today) == standing);
        int Verdict(ResponseVerdict verdict) => decisions.Count(decision => decision.Verdict == verdict);

        var days = decisions.Select(decision => decision.DaysToAnswer).OfType<int>().Order().ToList();
        return new AnswerFigures(
            decisions.Count,
            days.Count,
            Standing(Decisions.Standing.InTime),
            Standing(Decisions.Standing.Overdue),
            Verdict(ResponseVerdict.Adopted),
            Verdict(ResponseVerdict.PartlyAdopted),
            days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m);
    }
}
