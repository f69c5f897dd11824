using Participatie.Core.Meetings;

namespace Participatie.Core.Tests.Meetings;

/// <summary>How long each side had the floor.</summary>
public sealed class SpeakingTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 18, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_turn_lasts_until_the_next_and_silence_counts_for_nobody()
    {
        var time = SpeakingTime.Of([At(0, Side.Professionals), At(4, Side.Residents), At(5, null), At(9, Side.Residents)], Start.AddMinutes(11));

        Assert.Equal(new SpeakingTime(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4)), time);
        Assert.Equal(43, time.ResidentsPercent);
    }

    [Fact]
    public void Who_spoke_for_less_than_a_minute_has_no_share()
    {
        Assert.Null(new SpeakingTime(TimeSpan.FromSeconds(59), TimeSpan.Zero).ResidentsPercent);
        Assert.Null(SpeakingTime.Of([], Start).ResidentsPercent);
        Assert.Null(SpeakingTime.Of([At(0, null)], Start.AddMinutes(5)).ResidentsPercent);
    }

    [Theory]
    [InlineData(1, 7, 13)] // 12.5
    [InlineData(1, 0, 100)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 50)]
    public void Half_a_percent_is_rounded_up(int residents, int professionals, int percent) =>
        Assert.Equal(percent, new SpeakingTime(TimeSpan.FromHours(residents), TimeSpan.FromHours(professionals)).ResidentsPercent);

    private static FloorTurn At(int minute, Side? side) => new(Start.AddMinutes(minute), side);
}
