using Participatie.Web.Shared;

namespace Participatie.Web.Tests.Shared;

public sealed class DutchTimeTests
{
    private static readonly DateTimeOffset Winter = new(2026, 11, 24, 18, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_moment_is_said_in_Dutch_on_the_clock_of_Amsterdam() =>
        Assert.Equal("dinsdag 24 november 2026, 19.30 uur", DutchTime.Moment(Winter));

    [Fact]
    public void The_last_hour_of_a_month_elsewhere_is_in_the_next_month_here() =>
        Assert.Equal("november 2026", DutchTime.Month(new DateTimeOffset(2026, 10, 31, 23, 30, 0, TimeSpan.Zero)));

    [Fact]
    public void In_summer_the_clock_is_two_hours_ahead_of_universal_time() =>
        Assert.Equal("20.30 uur", DutchTime.Clock(new DateTimeOffset(2026, 7, 1, 18, 30, 0, TimeSpan.Zero)));

    [Fact]
    public void What_a_form_sends_is_meant_on_the_clock_of_Amsterdam() =>
        Assert.Equal(Winter, DutchTime.Instant(new DateTime(2026, 11, 24, 19, 30, 0, DateTimeKind.Unspecified)));

    [Fact]
    public void Machines_get_universal_time() => Assert.Equal("2026-11-24T18:30:00Z", DutchTime.Machine(Winter));
}
