using Participatie.Web.Shared;

namespace Participatie.Web.Subscriptions;

/// <summary>How often somebody wants news. The names are kept in the database.</summary>
public enum Rhythm
{
    /// <summary>As soon as there is any.</summary>
    AtOnce,

    /// <summary>All of a week together, on Monday morning.</summary>
    Weekly,
}

public static class Rhythms
{
    /// <summary>What is younger may still be under way to the database, and news that comes together goes together.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private static readonly TimeOnly MondayMorning = new(9, 0);

    /// <summary>Up to which moment news may be told by now.</summary>
    public static DateTimeOffset TellsUntil(this Rhythm rhythm, DateTimeOffset now) =>
        rhythm == Rhythm.AtOnce ? now - Settling : LastMonday(now - Settling);

    /// <summary>The purpose of the link by which somebody says yes to this rhythm.</summary>
    public static LinkPurpose Confirmation(this Rhythm rhythm) => rhythm == Rhythm.AtOnce ? LinkPurpose.ConfirmAtOnce : LinkPurpose.ConfirmWeekly;

    private static DateTimeOffset LastMonday(DateTimeOffset now)
    {
        var today = DutchTime.Today(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var morning = DutchTime.Instant(monday.ToDateTime(MondayMorning));
        return morning <= now ? morning : DutchTime.Instant(monday.AddDays(-7).ToDateTime(MondayMorning));
    }
}
