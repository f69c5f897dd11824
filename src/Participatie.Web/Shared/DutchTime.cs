using System.Globalization;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Shared;

/// <summary>Moments as people in the Netherlands say and write them. Everything that is kept is UTC; only screens use this.</summary>
public static class DutchTime
{
    public static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>dinsdag 24 november 2026, 19.30 uur</summary>
    public static string Moment(DateTimeOffset instant) => Write(instant, "dddd d MMMM yyyy, HH.mm 'uur'");

    /// <summary>The same as the reader's language says it.</summary>
    public static string MomentForReader(DateTimeOffset instant) =>
        Language.Current.IsDutch ? Moment(instant) : Here(instant).ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>dinsdag 24 november 2026</summary>
    public static string Day(DateTimeOffset instant) => Write(instant, "dddd d MMMM yyyy");

    /// <summary>24 november 2026</summary>
    public static string Date(DateTimeOffset instant) => Write(instant, "d MMMM yyyy");

    /// <summary>24 november 2026</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>The day that it is here.</summary>
    public static DateOnly Today(DateTimeOffset instant) => DateOnly.FromDateTime(Here(instant).DateTime);

    /// <summary>november 2026</summary>
    public static string Month(DateTimeOffset instant) => Write(instant, "MMMM yyyy");

    /// <summary>19.30 uur</summary>
    public static string Clock(DateTimeOffset instant) => Write(instant, "HH.mm 'uur'");

    /// <summary>The value of a <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date and the time on the clock here, such as a <c>datetime-local</c> field holds.</summary>
    public static DateTime Local(DateTimeOffset instant) => Here(instant).DateTime;

    /// <summary>The moment that somebody here means by a date and a time on the clock, such as what a form sends.</summary>
    public static DateTimeOffset Instant(DateTime local)
    {
        var here = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(here, Amsterdam.GetUtcOffset(here)).ToUniversalTime();
    }

    private static string Write(DateTimeOffset instant, string format) => Here(instant).ToString(format, Dutch);

    private static DateTimeOffset Here(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Amsterdam);
}
