using System.Globalization;
using Participatie.Web.Subscriptions;

namespace Participatie.Web.Tests.Subscriptions;

/// <summary>Until when a mail tells.</summary>
public sealed class RhythmTests
{
    [Fact]
    public void Who_wants_news_at_once_hears_it_when_it_has_settled_for_a_minute()
    {
        var now = At("2026-11-24T10:00:00Z");

        Assert.Equal(At("2026-11-24T09:59:00Z"), Rhythm.AtOnce.TellsUntil(now));
    }

    [Theory]
    [InlineData("2026-11-23T08:00:30Z", "2026-11-16T08:00:00Z")] // Monday, nine o'clock here, still settling
    [InlineData("2026-11-23T08:01:00Z", "2026-11-23T08:00:00Z")]
    [InlineData("2026-11-29T23:30:00Z", "2026-11-23T08:00:00Z")] // Monday already here, early
    [InlineData("2026-10-26T08:30:00Z", "2026-10-26T08:00:00Z")] // the first Monday of winter time
    [InlineData("2026-10-25T12:00:00Z", "2026-10-19T07:00:00Z")] // and the last of summer time
    public void A_weekly_mail_tells_until_the_last_Monday_at_nine(string now, string until) =>
        Assert.Equal(At(until), Rhythm.Weekly.TellsUntil(At(now)));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
