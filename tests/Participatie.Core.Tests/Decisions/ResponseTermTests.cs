using Participatie.Core.Decisions;

namespace Participatie.Core.Tests.Decisions;

public sealed class ResponseTermTests
{
    private static readonly DateOnly Last = new(2027, 1, 5);

    [Theory]
    [InlineData(-1, Standing.Awaited, 0, 2)]
    [InlineData(0, Standing.Awaited, 0, 1)]
    [InlineData(1, Standing.Overdue, 1, 0)]
    [InlineData(13, Standing.Overdue, 13, 0)]
    public void The_last_day_is_still_in_time(int days, Standing standing, int late, int left)
    {
        var (term, today) = (new ResponseTerm(Last, null, null), Last.AddDays(days));

        Assert.Equal((standing, late, left), (term.On(today), term.DaysLate(today), term.DaysLeft(today)));
    }

    [Theory]
    [InlineData(0, Standing.InTime, 0)]
    [InlineData(1, Standing.Late, 1)]
    public void An_answer_stays_late_for_ever_or_never_becomes_it(int days, Standing standing, int late)
    {
        var term = new ResponseTerm(Last, null, Last.AddDays(days));

        Assert.Equal((standing, late), (term.On(Last.AddYears(1)), term.DaysLate(Last.AddYears(1))));
    }

    [Fact]
    public void A_postponement_takes_the_place_of_the_first_term()
    {
        var term = new ResponseTerm(Last, Last.AddDays(7), null);

        Assert.Equal((Standing.Awaited, Standing.Overdue), (term.On(Last.AddDays(7)), term.On(Last.AddDays(8))));
    }

    [Fact]
    public void Without_somebody_to_answer_nothing_is_late()
    {
        var term = new ResponseTerm(null, null, null);

        Assert.Equal((Standing.NotAsked, 0, 0), (term.On(Last), term.DaysLate(Last), term.DaysLeft(Last)));
    }
}
