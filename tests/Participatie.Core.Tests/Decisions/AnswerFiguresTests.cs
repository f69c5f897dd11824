using Participatie.Core.Decisions;

namespace Participatie.Core.Tests.Decisions;

public sealed class AnswerFiguresTests
{
    private static readonly DateOnly Decided = new(2026, 9, 8);
    private static readonly DateOnly Last = Decided.AddDays(42);

    [Fact]
    public void Without_decisions_there_is_nothing_to_reckon() =>
        Assert.Equal(new AnswerFigures(0, 0, 0, 0, 0, 0, null), AnswerFigures.Of([], Last));

    [Fact]
    public void An_answer_that_may_still_come_in_time_counts_neither_for_nor_against()
    {
        var figures = AnswerFigures.Of([Open, Answered(42, ResponseVerdict.Adopted), Answered(43, ResponseVerdict.NotAdopted)], Last);

        Assert.Equal(new AnswerFigures(3, 2, 1, 0, 1, 0, 42.5m), figures);
        Assert.Equal(2, figures.Due);
    }

    [Fact]
    public void An_answer_that_does_not_come_counts_against()
    {
        var figures = AnswerFigures.Of([Open, Answered(10, ResponseVerdict.PartlyAdopted)], Last.AddDays(1));

        Assert.Equal(new AnswerFigures(2, 1, 1, 1, 0, 1, 10m), figures);
        Assert.Equal(2, figures.Due);
    }

    [Theory]
    [InlineData(new[] { 7 }, 7)]
    [InlineData(new[] { 30, 10 }, 20)]
    [InlineData(new[] { 90, 10, 12 }, 12)]
    [InlineData(new[] { 400, 1, 2, 5 }, 3.5)]
    public void The_median_is_not_moved_by_one_that_took_for_ever(int[] days, double median) => Assert.Equal(
        (decimal)median,
        AnswerFigures.Of([.. days.Select(taken => Answered(taken, ResponseVerdict.Adopted))], Last).MedianDays);

    private static AskedDecision Open => new(Decided, new ResponseTerm(Last, null, null), null);

    private static AskedDecision Answered(int days, ResponseVerdict verdict) => new(Decided, new ResponseTerm(Last, null, Decided.AddDays(days)), verdict);
}
