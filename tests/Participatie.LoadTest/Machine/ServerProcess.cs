using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Participatie.LoadTest.Machine;

/// <summary>A server in a process of its own, which says on its output where it listens.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What an installation gives the runtime of .NET; the floor runs with it too.</summary>
    private static readonly Lazy<IReadOnlyList<KeyValuePair<string, string>>> RuntimeSettings = new(() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "participatie.service")).Select(line => RuntimeSetting().Match(line))
            .Where(match => match.Success).Select(match => KeyValuePair.Create(match.Groups["name"].Value, match.Groups["value"].Value))]);

    private readonly Process process;
    private readonly Task complaints;

    private ServerProcess(Process process, Uri address, Task complaints)
    {
        this.process = process;
        this.complaints = complaints;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>Starts a .NET program and waits until it listens.</summary>
    /// <param name="program">The assembly's file.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What it finds in its environment besides ours.</param>
    /// <param name="journal">The file for its standard error.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ServerProcess> StartAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string journal, CancellationToken ct)
    {
        var started = Start(program, arguments, environment);
        var said = CopyAsync(started.StandardError, journal);
        try
        {
            var address = await ListensAsync(started, ct).WaitAsync(Patience, ct)
                ?? throw new LoadTestFault($"{Path.GetFileName(program)} did not start: {await ReadLastLineAsync(said, journal)}");
            return new ServerProcess(started, address, said);
        }
        catch
        {
            started.Kill();
            throw;
        }
    }

    /// <summary>Runs a .NET program to its end and returns what it printed.</summary>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string journal, CancellationToken ct)
    {
        using var started = Start(program, arguments, environment);
        var said = CopyAsync(started.StandardError, journal);
        var output = await started.StandardOutput.ReadToEndAsync(ct);
        await started.WaitForExitAsync(ct);
        return started.ExitCode == 0
            ? output
            : throw new LoadTestFault($"{Path.GetFileName(program)} ended with code {started.ExitCode}: {await ReadLastLineAsync(said, journal)}");
    }

    /// <summary>Ends it as a power cut would: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        await complaints;
        process.Dispose();
    }

    private static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in RuntimeSettings.Value)
            start.Environment.TryAdd(name, value); // whoever measures another setting has it in the environment
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>The address it listens on, or null when it ended instead.</summary>
    private static async Task<Uri?> ListensAsync(Process process, CancellationToken ct)
    {
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
                return new Uri(match.Groups["address"].Value);
        }

        return null;
    }

    private static async Task CopyAsync(StreamReader from, string file)
    {
        await using var writer = new StreamWriter(file, append: true);
        while (await from.ReadLineAsync() is { } line)
            await writer.WriteLineAsync(line);
    }

    private static async Task<string> ReadLastLineAsync(Task complaints, string journal)
    {
        await complaints;
        return (await File.ReadAllLinesAsync(journal)).LastOrDefault() ?? "it said nothing.";
    }

    [GeneratedRegex("^Environment=(?<name>DOTNET_GC[^=]*)=(?<value>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuntimeSetting();

    [GeneratedRegex(@"listens on (?<address>http://[^\s,]+:\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
