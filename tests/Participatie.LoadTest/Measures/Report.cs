using System.Globalization;

namespace Participatie.LoadTest.Measures;

/// <summary>A table for the terminal: each quantity with its floor, their ratio, and what it was to be.</summary>
internal sealed class Report(string title)
{
    private readonly List<string> lines = [Line(title, "value", "floor", "ratio", "target")];

    /// <summary>Did every quantity that has a target reach it?</summary>
    public bool AllReached { get; private set; } = true;

    public void Add(string quantity, TimeSpan value, TimeSpan? floor = null, Target? target = null) =>
        Add(quantity, value.TotalMilliseconds, floor?.TotalMilliseconds, "ms", target);

    public void Add(string quantity, double value, double? floor = null, string unit = "", Target? target = null)
    {
        var ratio = value / floor;
        var reached = target?.IsReached(value, ratio);
        AllReached &= reached != false;
        lines.Add(Line(quantity, Write(value, unit), floor is { } below ? Write(below, unit) : "", ratio is { } times ? Write(times, "") : "", Judge(target, reached)));
    }

    /// <summary>How many there were, of what kinds; there may be none.</summary>
    public void AddErrors(Errors errors)
    {
        Add("errors", errors.Count, target: Target.AtMost(0, ""));
        foreach (var line in errors.Lines)
            Note(line);
    }

    public void Note(string line) => lines.Add($"  {line}");

    public void Print(TextWriter to)
    {
        to.WriteLine();
        foreach (var line in lines)
            to.WriteLine(line);
    }

    private static string Line(string quantity, string value, string floor, string ratio, string target) =>
        $"{quantity,-46} {value,12} {floor,12} {ratio,7}  {target}".TrimEnd();

    private static string Judge(Target? target, bool? reached) => reached is { } good ? $"{(good ? "✓" : "✗ MISSED")} {target!.Text}" : "";

    private static string Write(double value, string unit)
    {
        var digits = Math.Abs(value) >= 100 || value == Math.Truncate(value) ? "N0" : Math.Abs(value) >= 10 ? "N1" : "N2";
        return $"{value.ToString(digits, CultureInfo.InvariantCulture)} {unit}".TrimEnd();
    }
}

/// <summary>What a quantity has to be.</summary>
internal sealed record Target(string Text, Func<double, double?, bool?> IsReached)
{
    public static Target AtMost(double limit, string unit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"at most {limit:0.##} {unit}").TrimEnd(), (value, _) => value <= limit);

    public static Target AtLeast(double limit) => new(string.Create(CultureInfo.InvariantCulture, $"at least {limit:N0}"), (value, _) => value >= limit);

    /// <summary>Says nothing where there is no floor.</summary>
    public static Target TimesFloor(double limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"at most {limit:0.##} x the floor"), (_, ratio) => ratio <= limit);
}
