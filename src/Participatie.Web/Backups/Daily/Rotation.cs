using System.Globalization;

namespace Participatie.Web.Backups.Daily;

/// <summary>
/// Which backups are kept: the last of each of the last days, weeks and months in which there is one. A period without a
/// backup does not count: a server that stood still for a month loses none of its old ones by that.
/// </summary>
public static class Rotation
{
    /// <summary>Those that may go.</summary>
    /// <param name="names">Of all backups; names that are not ours are left out of it.</param>
    public static IReadOnlyList<string> Superfluous(IEnumerable<string> names, BackupsOptions options)
    {
        var all = names
            .Select(name => (Name: name, MadeAt: BackupName.MadeAt(name)))
            .Where(backup => backup.MadeAt is not null)
            .Select(backup => (backup.Name, MadeAt: backup.MadeAt!.Value))
            .OrderByDescending(backup => backup.MadeAt)
            .ToList();
        var kept = new[]
        {
            LastOf(day => (day.Year, day.DayOfYear), options.Days),
            LastOf(day => (ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day)), options.Weeks),
            LastOf(day => (day.Year, day.Month), options.Months),
        }.SelectMany(one => one).ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(backup => backup.Name).Where(name => !kept.Contains(name))];

        IEnumerable<string> LastOf(Func<DateTime, (int, int)> period, int count) =>
            all.DistinctBy(backup => period(backup.MadeAt)).Take(count).Select(backup => backup.Name);
    }
}
