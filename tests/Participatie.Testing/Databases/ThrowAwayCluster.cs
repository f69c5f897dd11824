using System.ComponentModel;
using System.Diagnostics;

namespace Participatie.Testing.Databases;

/// <summary>A PostgreSQL cluster in a temporary folder, made by <c>tests/postgres.sh</c>.</summary>
internal sealed class ThrowAwayCluster : IAsyncDisposable
{
    private readonly string folder;

    private ThrowAwayCluster(string folder, string connectionString)
    {
        this.folder = folder;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    /// <summary>Makes and starts it.</summary>
    /// <exception cref="ClusterUnavailableException">PostgreSQL cannot be run here; says why.</exception>
    public static async Task<ThrowAwayCluster> StartAsync()
    {
        var place = Path.Combine(Path.GetTempPath(), $"pg-{Guid.NewGuid():n}"[..12]);
        var output = await ScriptAsync("start", place);
        return new ThrowAwayCluster(place, output.Trim().Split('\n')[^1]);
    }

    public async ValueTask DisposeAsync() => await ScriptAsync("stop", folder);

    private static async Task<string> ScriptAsync(string action, string folder)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "postgres.sh");
        try
        {
            using var process = Process.Start(new ProcessStartInfo("bash", [script, action, folder])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? await output : throw new ClusterUnavailableException((await errors).Trim());
        }
        catch (Win32Exception fault)
        {
            throw new ClusterUnavailableException("bash is not installed.", fault);
        }
    }
}
