using System.Globalization;
using Microsoft.Extensions.Localization;
using Participatie.Web.Shared;

namespace Participatie.Web.Reading.Feeds;

/// <summary>
/// Meetings as an iCalendar file (RFC 5545). The identifier of a meeting is the same in every feed, so a calendar that
/// follows both a table and its area shows the meeting once. The code of a meeting is on the wall of the hall only: the
/// link to join leads to where that code is typed.
/// </summary>
public sealed class CalendarFile(IStringLocalizer<Texts> texts, PublicAddress address)
{
    private const string Amsterdam = "Europe/Amsterdam";

    private static readonly TimeSpan WithoutAgenda = TimeSpan.FromHours(2);

    /// <summary>Writes a feed.</summary>
    /// <param name="request">Whom it is for.</param>
    /// <param name="owner">Whose meetings these are.</param>
    /// <param name="meetings">What is in it.</param>
    public byte[] Write(HttpRequest request, FeedOwner owner, IReadOnlyList<CalendarMeetingRow> meetings)
    {
        var name = texts["Agenda van {0}", owner.NameIn(texts)];
        var lines = new ContentLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//Participatie//Agenda//NL");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.AddText("NAME", name);
        lines.AddText("X-WR-CALNAME", name);
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.Add("X-PUBLISHED-TTL", "PT1H");
        foreach (var (property, value) in TimeZone)
            lines.Add(property, value);
        foreach (var meeting in meetings)
            Write(lines, meeting, page: address.Of(request, $"/bijeenkomsten/{meeting.Id}"), join: address.Of(request, "/meedoen"));
        lines.Add("END", "VCALENDAR");
        return lines.ToUtf8();
    }

    private void Write(ContentLines lines, CalendarMeetingRow meeting, string page, string join)
    {
        var length = meeting.Minutes > 0 ? TimeSpan.FromMinutes(meeting.Minutes) : WithoutAgenda;
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", meeting.Id.ToString());
        lines.Add("SEQUENCE", meeting.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.AddInstant("DTSTAMP", meeting.ChangedAt);
        lines.AddInstant("LAST-MODIFIED", meeting.ChangedAt);
        lines.Add("STATUS", meeting.Cancellation is null ? "CONFIRMED" : "CANCELLED");
        lines.AddClock("DTSTART", Amsterdam, DutchTime.Local(meeting.StartsAt));
        lines.AddClock("DTEND", Amsterdam, DutchTime.Local(meeting.StartsAt + length));
        lines.AddText("SUMMARY", meeting.Cancellation is null ? meeting.Title : texts["Gaat niet door: {0}", meeting.Title]);
        lines.AddText("LOCATION", meeting.Place);
        lines.AddText("DESCRIPTION", string.Join("\n\n", Describe(meeting, page, join)));
        lines.Add("URL", page);
        lines.Add("END", "VEVENT");
    }

    private IEnumerable<string> Describe(CalendarMeetingRow meeting, string page, string join) => meeting.Cancellation is { } reason
        ? [texts["Deze bijeenkomst gaat niet door."], texts["De reden: {0}", reason], texts["Lees meer: {0}", page]]
        :
        [
            texts["Een bijeenkomst van {0}, {1}.", meeting.TableName, meeting.AreaName],
            texts["Wat er op de agenda staat: {0}", page],
            texts["Meedoen met je telefoon, in de zaal: {0}", join],
        ];

    /// <summary>
    /// The rule of the European Union, unchanged since 1996: clocks change on the last Sunday of March and of October. Should
    /// it be abolished, this file and the time zones of the machine change together.
    /// </summary>
    private static readonly (string Property, string Value)[] TimeZone =
    [
        ("BEGIN", "VTIMEZONE"),
        ("TZID", Amsterdam),
        ("BEGIN", "DAYLIGHT"),
        ("DTSTART", "19960331T020000"),
        ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
        ("TZOFFSETFROM", "+0100"),
        ("TZOFFSETTO", "+0200"),
        ("TZNAME", "CEST"),
        ("END", "DAYLIGHT"),
        ("BEGIN", "STANDARD"),
        ("DTSTART", "19961027T030000"),
        ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
        ("TZOFFSETFROM", "+0200"),
        ("TZOFFSETTO", "+0100"),
        ("TZNAME", "CET"),
        ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    ];
}
