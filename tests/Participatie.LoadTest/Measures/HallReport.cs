namespace Participatie.LoadTest.Measures;

/// <summary>The figures of a hall beside those of the floor, and the promises that they have to keep.</summary>
internal static class HallReport
{
    /// <summary>A meeting of this size has promises in milliseconds; a larger one is promised to stay near the floor.</summary>
    private const int UsualHall = 600;

    private static readonly Target Joining = Target.AtMost(500, "ms");

    public static Report Of(string title, int people, bool slowDisk, HallFigures figures, HallFigures? floor)
    {
        var voting = people > UsualHall ? Target.TimesFloor(1.3) : Target.AtMost(slowDisk ? 250 : 150, "ms");
        var report = new Report(title);
        AddEntrance(report, figures, floor);
        AddVotes(report, "first vote", figures.FirstVotes, floor?.FirstVotes, voting);
        AddVotes(report, "changed vote", figures.ChangedVotes, floor?.ChangedVotes, voting);
        Add(report, "vote tried again after a break, p95", figures.Retries, floor?.Retries, times => times.P95);
        AddBroadcasts(report, figures, floor, people > UsualHall ? Target.TimesFloor(1.5) : null);
        AddMemory(report, figures, floor, people > UsualHall ? Target.TimesFloor(1.2) : null);
        AddTally(report, figures);
        foreach (var line in floor?.Errors.Lines ?? [])
            report.Note($"the floor: {line}");
        return report;
    }

    public static void AddJoining(Report report, IReadOnlyList<Samples> waves)
    {
        var joined = Samples.Median(waves);
        report.Add("joining with a pass, up to 600 at once, p50", joined.P50);
        report.Add("joining with a pass, up to 600 at once, p95", joined.P95, target: Joining);
        report.Add("joining with a pass, up to 600 at once, max", joined.Max);
    }

    private static void AddEntrance(Report report, HallFigures figures, HallFigures? floor)
    {
        if (figures.Joined.Count > 0)
            AddJoining(report, figures.Joined);
        report.Add("phones connected in a second", figures.ConnectsPerSecond.Median(rate => rate), floor?.ConnectsPerSecond.Median(rate => rate));
        report.Add("phones resumed in a second", figures.ResumesPerSecond.Median(rate => rate), floor?.ResumesPerSecond.Median(rate => rate));
    }

    private static void AddVotes(Report report, string what, List<Burst> bursts, List<Burst>? floor, Target target)
    {
        var times = bursts.ConvertAll(burst => burst.Times);
        var below = floor?.ConvertAll(burst => burst.Times);
        Add(report, $"{what} confirmed, all at once, p50", times, below, round => round.P50);
        Add(report, $"{what} confirmed, all at once, p95", times, below, round => round.P95, target);
        Add(report, $"{what} confirmed, all at once, p99", times, below, round => round.P99);
        Add(report, $"{what} confirmed, all at once, max", times, below, round => round.Max);
        if (bursts.TrueForAll(burst => burst.WorkPerVote is not null))
            report.Add($"{what}: server's processor time for each", Microseconds(bursts), floor is null ? null : Microseconds(floor), "us");
        report.Add($"{what}s confirmed in a second", bursts.Median(burst => burst.PerSecond), floor?.Median(burst => burst.PerSecond));
    }

    private static double Microseconds(List<Burst> bursts) => bursts.Median(burst => burst.WorkPerVote!.Value).TotalMicroseconds;

    private static void AddBroadcasts(Report report, HallFigures figures, HallFigures? floor, Target? opening)
    {
        Add(report, "poll opened, until every phone saw it", figures.Opened, floor?.Opened, time => time, opening);
        if (figures.Closed.Count > 0)
            Add(report, "poll closed, until every phone saw it", figures.Closed, floor: null, time => time);
        Add(report, "result released, until every phone saw it", figures.Released, floor?.Released, time => time);
    }

    private static void AddMemory(Report report, HallFigures figures, HallFigures? floor, Target? target)
    {
        if (figures.MemoryPerPhone is { } memory)
            report.Add("server memory for each phone", memory / 1024, floor?.MemoryPerPhone / 1024, "KiB", target);
    }

    private static void AddTally(Report report, HallFigures figures)
    {
        report.Add("votes confirmed in all rounds", figures.Confirmed);
        report.Add("votes counted in all rounds", figures.Counted);
        report.AddErrors(figures.Errors);
    }

    private static void Add<T>(
        Report report, string quantity, IReadOnlyList<T> rounds, IReadOnlyList<T>? floor, Func<T, TimeSpan> of, Target? target = null) =>
        report.Add(quantity, rounds.Median(of), floor?.Median(of), target);
}
