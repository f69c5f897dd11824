using System.Diagnostics;
using System.Globalization;

namespace Participatie.LoadTest.Machine;

/// <summary>What Linux tells about processes under <c>/proc</c>.</summary>
internal static class Linux
{
    private const int TicksPerSecond = 100;

    /// <summary>The memory that a process holds now, in bytes.</summary>
    public static long MemoryOf(int process) => 1024 * Number(Line($"/proc/{process}/status", "VmRSS:"), 1);

    /// <summary>The processor time that a process has used.</summary>
    public static TimeSpan ProcessorTimeOf(int process)
    {
        // The second field is the program's name, which may hold spaces; the fields after it are numbers.
        var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
        return TimeSpan.FromSeconds((Parse(fields[11]) + Parse(fields[12])) / (double)TicksPerSecond);
    }

    /// <summary>A process and all that it started.</summary>
    public static IReadOnlyList<int> FamilyOf(int process)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == process);
        return [process, .. children.SelectMany(FamilyOf)];
    }

    /// <summary>Sends a signal, such as STOP, to processes that we started.</summary>
    public static async Task SignalAsync(string signal, IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. processes.Select(process => process.ToString(CultureInfo.InvariantCulture))]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Says so when this many phones need more open files than this account may have. The runtime has raised the limit as far as it can.</summary>
    public static void RequireOpenFiles(int count)
    {
        var limit = Number(Line("/proc/self/limits", "Max open files"), 3);
        if (limit < count)
            throw new LoadTestFault($"This many phones need {count} open files and this account may open {limit}: raise the limit with 'ulimit -n {count}'.");
    }

    private static int ParentOf(int process)
    {
        try
        {
            return (int)Number(Line($"/proc/{process}/status", "PPid:"), 1);
        }
        catch (IOException)
        {
            return 0; // it ended while we looked
        }
    }

    private static string Line(string file, string start) => File.ReadLines(file).First(line => line.StartsWith(start, StringComparison.Ordinal));

    private static long Number(string line, int field) => Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[field]);

    private static long Parse(string number) => long.Parse(number, CultureInfo.InvariantCulture);
}
