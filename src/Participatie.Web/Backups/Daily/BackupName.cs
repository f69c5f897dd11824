using System.Globalization;
using Participatie.Web.Shared;

namespace Participatie.Web.Backups.Daily;

/// <summary>What a backup is called: by the day for the one of each night, by the minute for one that somebody asked for.</summary>
public static class BackupName
{
    private const string Night = "'participatie-'yyyy-MM-dd'.backup'";
    private const string Asked = "'participatie-'yyyy-MM-dd-HHmmss'.backup'";

    /// <summary>A day begins at three: until then it may still be the evening of the day before.</summary>
    private static readonly TimeSpan Begins = TimeSpan.FromHours(3);

    /// <summary>Of the one of the night before this moment.</summary>
    public static string OfNight(DateTimeOffset now) => Write(now - Begins, Night);

    public static string OfMoment(DateTimeOffset now) => Write(now, Asked);

    /// <summary>When a backup with this name was made, in local time; null when no backup of ours is called so.</summary>
    public static DateTime? MadeAt(string name) =>
        DateTime.TryParseExact(name, [Night, Asked], CultureInfo.InvariantCulture, DateTimeStyles.None, out var made) ? made : null;

    private static string Write(DateTimeOffset instant, string format) => DutchTime.Local(instant).ToString(format, CultureInfo.InvariantCulture);
}
