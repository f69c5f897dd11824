using Microsoft.Extensions.Localization;
using Participatie.Core.Meetings;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings.Floor;

/// <summary>Who was there and who spoke, in words.</summary>
public static class FloorNames
{
    /// <summary>In minutes; less than half a minute is no minute.</summary>
    public static string Length(IStringLocalizer<Texts> texts, TimeSpan length) => (int)Math.Round(length.TotalMinutes) switch
    {
        1 => texts["1 minuut"],
        var minutes => texts["{0} minuten", minutes],
    };

    public static string Attendance(IStringLocalizer<Texts> texts, AttendanceDeed counted) => (counted.Residents, counted.Professionals) switch
    {
        (1, 1) => texts["1 bewoner en 1 professional"],
        (1, var professionals) => texts["1 bewoner en {0} professionals", professionals],
        (var residents, 1) => texts["{0} bewoners en 1 professional", residents],
        var (residents, professionals) => texts["{0} bewoners en {1} professionals", residents, professionals],
    };

    /// <summary>How the time was shared; null when nobody's was noted.</summary>
    public static string? Time(IStringLocalizer<Texts> texts, SpeakingTime time) => time.ResidentsPercent is { } percent
        ? texts["bewoners {0} ({1}%), professionals {2}", Length(texts, time.Residents), percent, Length(texts, time.Professionals)].Value
        : null;
}
