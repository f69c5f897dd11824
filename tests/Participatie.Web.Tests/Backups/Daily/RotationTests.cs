using Participatie.Web.Backups.Daily;

namespace Participatie.Web.Tests.Backups.Daily;

public sealed class RotationTests
{
    private static readonly DateTimeOffset Newest = new(2026, 11, 18, 3, 0, 0, TimeSpan.Zero); // a Wednesday

    [Fact]
    public void After_a_year_there_are_the_last_days_weeks_and_months()
    {
        var kept = After(Enumerable.Range(0, 365).Select(day => BackupName.OfNight(Newest.AddDays(-day))), new BackupsOptions());

        Assert.Equal(
            [
                "participatie-2026-09-30.backup", "participatie-2026-10-31.backup", // months, with the newest of this one
                "participatie-2026-11-01.backup", "participatie-2026-11-08.backup", // weeks end on Sunday
                "participatie-2026-11-12.backup", "participatie-2026-11-13.backup", "participatie-2026-11-14.backup", "participatie-2026-11-15.backup",
                "participatie-2026-11-16.backup", "participatie-2026-11-17.backup", "participatie-2026-11-18.backup",
            ],
            kept);
    }

    [Fact]
    public void Night_after_night_it_comes_to_the_same()
    {
        var options = new BackupsOptions();
        IReadOnlyList<string> kept = [];
        for (var day = 400; day >= 0; day--)
            kept = After(kept.Append(BackupName.OfNight(Newest.AddDays(-day))), options);

        Assert.Equal(After(Enumerable.Range(0, 365).Select(day => BackupName.OfNight(Newest.AddDays(-day))), options), kept);
    }

    [Fact]
    public void A_server_that_stood_still_loses_no_old_backup_by_that()
    {
        var old = Enumerable.Range(0, 7).Select(day => BackupName.OfNight(Newest.AddDays(-day))).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(old, After(old, new BackupsOptions()));
        Assert.Equal(old[1..].Append("participatie-2027-11-18.backup"), After(old.Append(BackupName.OfNight(Newest.AddYears(1))), new BackupsOptions()));
    }

    [Fact]
    public void Of_a_day_the_last_is_kept_and_what_is_not_ours_is_left_alone()
    {
        string[] names = ["participatie-2026-11-18.backup", "participatie-2026-11-18-161500.backup", "participatie-2026-11-18-161501.backup", "notities.txt", "participatie-2026-13-40.backup"];

        Assert.Equal(["participatie-2026-11-18-161500.backup", "participatie-2026-11-18.backup"], Rotation.Superfluous(names, new BackupsOptions()));
    }

    [Theory]
    [InlineData("2026-11-18T01:59:00Z", "participatie-2026-11-17.backup")] // 2.59 in the Netherlands
    [InlineData("2026-11-18T02:00:00Z", "participatie-2026-11-18.backup")]
    [InlineData("2026-07-01T00:59:00Z", "participatie-2026-06-30.backup")] // and in summer
    [InlineData("2026-07-01T01:00:00Z", "participatie-2026-07-01.backup")]
    public void A_night_begins_at_three(string now, string name) =>
        Assert.Equal(name, BackupName.OfNight(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    private static IReadOnlyList<string> After(IEnumerable<string> names, BackupsOptions options)
    {
        var all = names.ToList();
        return [.. all.Except(Rotation.Superfluous(all, options), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
